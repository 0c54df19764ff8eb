<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Riskdesk</source>
        <translation>À propos de Riskdesk</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Copier les versions</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>Licences…</translation>
    </message>
    <message>
        <source>Riskdesk is free software under the Apache License 2.0. It uses Qt and PySide6 under the GNU Lesser General Public License 3, and ships the font Noto Sans (SIL Open Font License 1.1) and icons of Lucide (ISC License).</source>
        <translation>Riskdesk est un logiciel libre sous licence Apache 2.0. Il utilise Qt et PySide6 sous la licence publique générale limitée GNU (LGPL), version 3, et il est fourni avec la police Noto Sans (SIL Open Font License 1.1) et des icônes de Lucide (licence ISC).</translation>
    </message>
    <message>
        <source>The parts of Riskdesk that others wrote, with their licences. You may replace Qt and PySide6.</source>
        <translation>Les éléments de Riskdesk dont d’autres sont les auteurs, avec leurs licences. Vous pouvez remplacer Qt et PySide6.</translation>
    </message>
    <message>
        <source>The risk register of a co-operation programme: written, assessed, printed.</source>
        <translation>Le registre des risques d’un programme de coopération&#xa0;: rédigé, évalué, imprimé.</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>Add category</source>
        <translation>Ajout d’une catégorie</translation>
    </message>
    <message>
        <source>Add entry</source>
        <translation>Ajout d’une ligne</translation>
    </message>
    <message>
        <source>Add mitigation</source>
        <translation>Ajout d’une mesure</translation>
    </message>
    <message>
        <source>Add risk</source>
        <translation>Ajout d’un risque</translation>
    </message>
    <message>
        <source>Add word to the register</source>
        <translation>Ajout d’un mot du registre</translation>
    </message>
    <message>
        <source>Assess residual risk</source>
        <translation>Évaluation d’un risque résiduel</translation>
    </message>
    <message>
        <source>Assess residual risks</source>
        <translation>Évaluation de risques résiduels</translation>
    </message>
    <message>
        <source>Assess risk</source>
        <translation>Évaluation d’un risque</translation>
    </message>
    <message>
        <source>Assess risks</source>
        <translation>Évaluation de risques</translation>
    </message>
    <message>
        <source>Bring back deleted items</source>
        <translation>Rétablissement d’éléments supprimés</translation>
    </message>
    <message>
        <source>Change items together</source>
        <translation>Modification de plusieurs éléments</translation>
    </message>
    <message>
        <source>Change scale</source>
        <translation>Changement d’échelle</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copie</translation>
    </message>
    <message>
        <source>Delete category</source>
        <translation>Suppression d’une catégorie</translation>
    </message>
    <message>
        <source>Delete entry</source>
        <translation>Suppression d’une ligne</translation>
    </message>
    <message>
        <source>Delete items</source>
        <translation>Suppression d’éléments</translation>
    </message>
    <message>
        <source>Delete mitigation</source>
        <translation>Suppression d’une mesure</translation>
    </message>
    <message>
        <source>Delete print settings</source>
        <translation>Suppression de réglages d’impression</translation>
    </message>
    <message>
        <source>Delete register</source>
        <translation>Suppression d’un registre</translation>
    </message>
    <message>
        <source>Delete risk</source>
        <translation>Suppression d’un risque</translation>
    </message>
    <message>
        <source>Delete saved view</source>
        <translation>Suppression d’une vue enregistrée</translation>
    </message>
    <message>
        <source>Delete {count} categories</source>
        <translation>Suppression de {count} catégories</translation>
    </message>
    <message>
        <source>Delete {count} entries</source>
        <translation>Suppression de {count} lignes</translation>
    </message>
    <message>
        <source>Delete {count} items</source>
        <translation>Suppression de {count} éléments</translation>
    </message>
    <message>
        <source>Delete {count} mitigations</source>
        <translation>Suppression de {count} mesures</translation>
    </message>
    <message>
        <source>Delete {count} risks</source>
        <translation>Suppression de {count} risques</translation>
    </message>
    <message>
        <source>Duplicate category</source>
        <translation>Duplication d’une catégorie</translation>
    </message>
    <message>
        <source>Duplicate entry</source>
        <translation>Duplication d’une ligne</translation>
    </message>
    <message>
        <source>Duplicate items</source>
        <translation>Duplication d’éléments</translation>
    </message>
    <message>
        <source>Duplicate mitigation</source>
        <translation>Duplication d’une mesure</translation>
    </message>
    <message>
        <source>Duplicate register</source>
        <translation>Duplication d’un registre</translation>
    </message>
    <message>
        <source>Duplicate risk</source>
        <translation>Duplication d’un risque</translation>
    </message>
    <message>
        <source>Duplicate {count} categories</source>
        <translation>Duplication de {count} catégories</translation>
    </message>
    <message>
        <source>Duplicate {count} entries</source>
        <translation>Duplication de {count} lignes</translation>
    </message>
    <message>
        <source>Duplicate {count} items</source>
        <translation>Duplication de {count} éléments</translation>
    </message>
    <message>
        <source>Duplicate {count} mitigations</source>
        <translation>Duplication de {count} mesures</translation>
    </message>
    <message>
        <source>Duplicate {count} risks</source>
        <translation>Duplication de {count} risques</translation>
    </message>
    <message>
        <source>Edit mitigation</source>
        <translation>Modification d’une mesure</translation>
    </message>
    <message>
        <source>Edit mitigations</source>
        <translation>Modification de mesures</translation>
    </message>
    <message>
        <source>Edit register</source>
        <translation>Modification d’un registre</translation>
    </message>
    <message>
        <source>Edit risk</source>
        <translation>Modification d’un risque</translation>
    </message>
    <message>
        <source>Edit risks</source>
        <translation>Modification de risques</translation>
    </message>
    <message>
        <source>Edit waiver</source>
        <translation>Modification d’une dérogation</translation>
    </message>
    <message>
        <source>Import changes</source>
        <translation>Import de modifications</translation>
    </message>
    <message>
        <source>Join items</source>
        <translation>Réunion d’éléments</translation>
    </message>
    <message>
        <source>Join mitigations</source>
        <translation>Réunion de mesures</translation>
    </message>
    <message>
        <source>Join risks</source>
        <translation>Réunion de risques</translation>
    </message>
    <message>
        <source>Look for a gap again</source>
        <translation>Rétablissement d’une vérification</translation>
    </message>
    <message>
        <source>Look no longer for a gap</source>
        <translation>Abandon d’une vérification</translation>
    </message>
    <message>
        <source>Merge a copy</source>
        <translation>Fusion d’une copie</translation>
    </message>
    <message>
        <source>Move category</source>
        <translation>Déplacement d’une catégorie</translation>
    </message>
    <message>
        <source>Move entry</source>
        <translation>Déplacement d’une ligne</translation>
    </message>
    <message>
        <source>Move items</source>
        <translation>Déplacement d’éléments</translation>
    </message>
    <message>
        <source>Move mitigation</source>
        <translation>Déplacement d’une mesure</translation>
    </message>
    <message>
        <source>Move risk</source>
        <translation>Déplacement d’un risque</translation>
    </message>
    <message>
        <source>Move {count} categories</source>
        <translation>Déplacement de {count} catégories</translation>
    </message>
    <message>
        <source>Move {count} entries</source>
        <translation>Déplacement de {count} lignes</translation>
    </message>
    <message>
        <source>Move {count} items</source>
        <translation>Déplacement de {count} éléments</translation>
    </message>
    <message>
        <source>Move {count} mitigations</source>
        <translation>Déplacement de {count} mesures</translation>
    </message>
    <message>
        <source>Move {count} risks</source>
        <translation>Déplacement de {count} risques</translation>
    </message>
    <message>
        <source>New register</source>
        <translation>Création d’un registre</translation>
    </message>
    <message>
        <source>Paste category</source>
        <translation>Insertion d’une catégorie copiée</translation>
    </message>
    <message>
        <source>Paste entry</source>
        <translation>Insertion d’une ligne copiée</translation>
    </message>
    <message>
        <source>Paste items</source>
        <translation>Insertion d’éléments copiés</translation>
    </message>
    <message>
        <source>Paste mitigation</source>
        <translation>Insertion d’une mesure copiée</translation>
    </message>
    <message>
        <source>Paste risk</source>
        <translation>Insertion d’un risque copié</translation>
    </message>
    <message>
        <source>Paste {count} categories</source>
        <translation>Insertion de {count} catégories copiées</translation>
    </message>
    <message>
        <source>Paste {count} entries</source>
        <translation>Insertion de {count} lignes copiées</translation>
    </message>
    <message>
        <source>Paste {count} items</source>
        <translation>Insertion de {count} éléments copiés</translation>
    </message>
    <message>
        <source>Paste {count} mitigations</source>
        <translation>Insertion de {count} mesures copiées</translation>
    </message>
    <message>
        <source>Paste {count} risks</source>
        <translation>Insertion de {count} risques copiés</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Récupération</translation>
    </message>
    <message>
        <source>Rename category</source>
        <translation>Changement de nom d’une catégorie</translation>
    </message>
    <message>
        <source>Rename print settings</source>
        <translation>Changement de nom de réglages d’impression</translation>
    </message>
    <message>
        <source>Rename saved view</source>
        <translation>Changement de nom d’une vue enregistrée</translation>
    </message>
    <message>
        <source>Replace text</source>
        <translation>Remplacement de texte</translation>
    </message>
    <message>
        <source>Restore earlier state</source>
        <translation>Rétablissement d’un état antérieur</translation>
    </message>
    <message>
        <source>Restore earlier value</source>
        <translation>Rétablissement d’une valeur antérieure</translation>
    </message>
    <message>
        <source>Save print settings</source>
        <translation>Enregistrement de réglages d’impression</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Enregistrement d’une vue</translation>
    </message>
    <message>
        <source>Set residual to inherent</source>
        <translation>Alignement de risques résiduels</translation>
    </message>
    <message>
        <source>Split items</source>
        <translation>Division d’éléments</translation>
    </message>
    <message>
        <source>Split mitigation</source>
        <translation>Division d’une mesure</translation>
    </message>
    <message>
        <source>Split risk</source>
        <translation>Division d’un risque</translation>
    </message>
    <message>
        <source>Swap dates of the period</source>
        <translation>Inversion de dates</translation>
    </message>
    <message>
        <source>Take in answers of owners</source>
        <translation>Intégration de réponses de responsables</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About Riskdesk</source>
        <translation>À &amp;propos de Riskdesk</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>A&amp;jouter</translation>
    </message>
    <message>
        <source>&amp;Assessing mode</source>
        <translation>&amp;Mode d’évaluation</translation>
    </message>
    <message>
        <source>&amp;Backups…</source>
        <translation>S&amp;auvegardes…</translation>
    </message>
    <message>
        <source>&amp;Check register file…</source>
        <translation>&amp;Vérifier le fichier de registres…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>C&amp;opier</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>&amp;Delete register</source>
        <translation>&amp;Supprimer le registre</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Export PDF…</source>
        <translation>&amp;Exporter en PDF…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>R&amp;echercher…</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>A&amp;ller</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>&amp;Import register…</source>
        <translation>&amp;Importer un registre…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Manuel</translation>
    </message>
    <message>
        <source>&amp;Matrix</source>
        <translation>&amp;Matrice</translation>
    </message>
    <message>
        <source>&amp;Merge a copy…</source>
        <translation>F&amp;usionner une copie…</translation>
    </message>
    <message>
        <source>&amp;New register…</source>
        <translation>&amp;Nouveau registre…</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>&amp;Taille réelle (100&#xa0;%)</translation>
    </message>
    <message>
        <source>&amp;Open register file…</source>
        <translation>&amp;Ouvrir un fichier de registres…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Co&amp;ller</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Im&amp;primer…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Registers and categories</source>
        <translation>Registres et catég&amp;ories</translation>
    </message>
    <message>
        <source>&amp;Send a copy…</source>
        <translation>En&amp;voyer une copie…</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Outils</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Welcome page</source>
        <translation>Page d’acc&amp;ueil</translation>
    </message>
    <message>
        <source>A&amp;ssess…</source>
        <translation>É&amp;valuer…</translation>
    </message>
    <message>
        <source>Add &amp;entry</source>
        <translation>Ajouter une l&amp;igne</translation>
    </message>
    <message>
        <source>Add &amp;mitigation</source>
        <translation>Ajouter une &amp;mesure</translation>
    </message>
    <message>
        <source>Add &amp;risk</source>
        <translation>Ajouter un &amp;risque</translation>
    </message>
    <message>
        <source>Add c&amp;ategory</source>
        <translation>Ajouter une ca&amp;tégorie</translation>
    </message>
    <message>
        <source>C&amp;hange together…</source>
        <translation>Modi&amp;fier ensemble…</translation>
    </message>
    <message>
        <source>Check &amp;spelling</source>
        <translation>Vérifier l’&amp;orthographe</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Couper</translation>
    </message>
    <message>
        <source>D&amp;uplicate register</source>
        <translation>&amp;Dupliquer le registre</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>&amp;Dupliquer</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>Edit te&amp;xt</source>
        <translation>&amp;Modifier le texte</translation>
    </message>
    <message>
        <source>F&amp;ind and replace…</source>
        <translation>Rechercher et rem&amp;placer…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Rechercher le s&amp;uivant</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Rechercher le précéde&amp;nt</translation>
    </message>
    <message>
        <source>Go to &amp;anything…</source>
        <translation>Accès rap&amp;ide…</translation>
    </message>
    <message>
        <source>Go to &amp;categories</source>
        <translation>Aller aux &amp;catégories</translation>
    </message>
    <message>
        <source>Go to re&amp;gisters</source>
        <translation>Aller aux re&amp;gistres</translation>
    </message>
    <message>
        <source>Go to th&amp;e notice</source>
        <translation>Aller aux notification&amp;s</translation>
    </message>
    <message>
        <source>Go to the &amp;sheet, list or matrix</source>
        <translation>Aller à la vue &amp;du registre</translation>
    </message>
    <message>
        <source>Go to the inspec&amp;tor</source>
        <translation>Aller à l’ins&amp;pecteur</translation>
    </message>
    <message>
        <source>Go to the previe&amp;w</source>
        <translation>Aller à l’ap&amp;erçu</translation>
    </message>
    <message>
        <source>Go to what is lac&amp;king or due</source>
        <translation>Aller au&amp;x lacunes et échéances</translation>
    </message>
    <message>
        <source>His&amp;tory of the register…</source>
        <translation>&amp;Historique du registre…</translation>
    </message>
    <message>
        <source>Histor&amp;y in the inspector</source>
        <translation>Histori&amp;que dans l’inspecteur</translation>
    </message>
    <message>
        <source>Ins&amp;pector</source>
        <translation>&amp;Inspecteur</translation>
    </message>
    <message>
        <source>M&amp;ove up</source>
        <translation>Déplacer vers le &amp;haut</translation>
    </message>
    <message>
        <source>Missing or &amp;due</source>
        <translation>Lacunes et é&amp;chéances</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Déplacer vers le &amp;bas</translation>
    </message>
    <message>
        <source>New register &amp;file…</source>
        <translation>Nouveau &amp;fichier de registres…</translation>
    </message>
    <message>
        <source>Open in the PDF &amp;viewer</source>
        <translation>Ouvrir dans le &amp;lecteur PDF</translation>
    </message>
    <message>
        <source>Open m&amp;y register file</source>
        <translation>Ouvrir &amp;mon fichier de registres</translation>
    </message>
    <message>
        <source>Open the &amp;example</source>
        <translation>Ouvrir l’&amp;exemple</translation>
    </message>
    <message>
        <source>Pre&amp;view</source>
        <translation>Aperç&amp;u</translation>
    </message>
    <message>
        <source>S&amp;ave</source>
        <translation>Enregistre&amp;r</translation>
    </message>
    <message>
        <source>S&amp;heet</source>
        <translation>&amp;Feuille</translation>
    </message>
    <message>
        <source>Sca&amp;le…</source>
        <translation>É&amp;chelle…</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
    <message>
        <source>Send to o&amp;wners…</source>
        <translation>Envoyer aux responsa&amp;bles…</translation>
    </message>
    <message>
        <source>Take in answe&amp;rs…</source>
        <translation>In&amp;tégrer des réponses…</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Barre d’outils</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Saisie</translation>
    </message>
    <message>
        <source>What is &amp;new</source>
        <translation>&amp;Nouveautés</translation>
    </message>
    <message>
        <source>Where &amp;files lie…</source>
        <translation>Emplacement des &amp;fichiers…</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Agrandir</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Réduire</translation>
    </message>
    <message>
        <source>{verb} {action}</source>
        <translation>{verb}&#xa0;: {action}</translation>
    </message>
    <message>
        <source>{verb} {action} ({who})</source>
        <translation>{verb}&#xa0;: {action} ({who})</translation>
    </message>
</context>
<context>
    <name>AnswersDialog</name>
    <message numerus="yes">
        <source>%Ln cell(s) changed</source>
        <translation>
            <numerusform>%Ln cellule modifiée</numerusform>
            <numerusform>%Ln cellules modifiées</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Take in</source>
        <translation>&amp;Intégrer</translation>
    </message>
    <message>
        <source>Answers of owners</source>
        <translation>Réponses des responsables</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more cell(s) that do not come in</source>
        <translation>
            <numerusform>et %Ln autre cellule qui n’est pas reprise</numerusform>
            <numerusform>et %Ln autres cellules qui ne sont pas reprises</numerusform>
        </translation>
    </message>
    <message>
        <source>as it was sent</source>
        <translation>tel qu’il a été envoyé</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>laissé de côté</translation>
    </message>
    <message>
        <source>saved by {who} on {when}</source>
        <translation>enregistré par {who} le {when}</translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message numerus="yes">
        <source>%Ln cell(s) differ(s) from the register</source>
        <translation>
            <numerusform>%Ln cellule diffère du registre</numerusform>
            <numerusform>%Ln cellules diffèrent du registre</numerusform>
        </translation>
    </message>
    <message>
        <source>The register was changed since this was sent; then it said: {base}</source>
        <translation>Le registre a été modifié depuis l’envoi&#x202f;; il indiquait alors&#xa0;: {base}</translation>
    </message>
    <message>
        <source>There is nothing to take in: no cell that comes in differs from the register.</source>
        <translation>Rien à intégrer&#xa0;: aucune cellule reprise ne diffère du registre.</translation>
    </message>
    <message>
        <source>{who}, {when}</source>
        <translation>{who}, {when}</translation>
    </message>
</context>
<context>
    <name>Areas</name>
    <message>
        <source>Hidden: {area}</source>
        <translation>Masqué&#xa0;: {area}</translation>
    </message>
    <message>
        <source>Shown: {area}</source>
        <translation>Affiché&#xa0;: {area}</translation>
    </message>
</context>
<context>
    <name>ArgumentParser</name>
    <message>
        <source>%(heading)s:</source>
        <translation>%(heading)s:</translation>
    </message>
    <message>
        <source>%(prog)s: error: %(message)s
</source>
        <translation>%(prog)s&#xa0;: erreur&#xa0;: %(message)s
</translation>
    </message>
    <message>
        <source>ambiguous option: %(option)s could match %(matches)s</source>
        <translation>option ambiguë&#xa0;: %(option)s peut désigner %(matches)s</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>argument %(argument_name)s&#xa0;: %(message)s</translation>
    </message>
    <message>
        <source>expected at most one argument</source>
        <translation>une valeur au plus est attendue</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>une valeur est attendue</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>valeur inattendue&#xa0;: %r</translation>
    </message>
    <message>
        <source>invalid %(type)s value: %(value)r</source>
        <translation>valeur non valide&#xa0;: %(value)r</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>choix non valide&#xa0;: %(value)r (valeurs possibles&#xa0;: %(choices)s)</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>incompatible avec l’argument %s</translation>
    </message>
    <message>
        <source>options</source>
        <translation>options&#xa0;</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>arguments&#xa0;</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>afficher cette aide et quitter</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>arguments obligatoires manquants&#xa0;: %s</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>arguments inconnus&#xa0;: %s</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>utilisation&#xa0;: </translation>
    </message>
</context>
<context>
    <name>Assessing</name>
    <message>
        <source>Inherent</source>
        <translation>Inhérent</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Résiduel</translation>
    </message>
    <message>
        <source>above tolerance</source>
        <translation>au-dessus du seuil de tolérance</translation>
    </message>
    <message>
        <source>score {score}</source>
        <translation>score {score}</translation>
    </message>
    <message>
        <source>{half} not assessed</source>
        <translation>{half}&#xa0;: sans évaluation</translation>
    </message>
    <message>
        <source>{half} {level}</source>
        <translation>{half} {level}</translation>
    </message>
    <message>
        <source>{risk}: {assessment}</source>
        <translation>{risk}&#xa0;: {assessment}</translation>
    </message>
    <message>
        <source>{risk}: {assessment}; next {following}</source>
        <translation>{risk}&#xa0;: {assessment}&#x202f;; suivant&#xa0;: {following}</translation>
    </message>
</context>
<context>
    <name>AssessingMode</name>
    <message>
        <source>Assessing mode</source>
        <translation>Mode d’évaluation</translation>
    </message>
</context>
<context>
    <name>AtOnce</name>
    <message numerus="yes">
        <source>%Ln risk(s)</source>
        <translation>
            <numerusform>%Ln risque</numerusform>
            <numerusform>%Ln risques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s) not assessed</source>
        <translation>
            <numerusform>%Ln risque non évalué</numerusform>
            <numerusform>%Ln risques non évalués</numerusform>
        </translation>
    </message>
    <message>
        <source>All residual risks are assessed</source>
        <translation>Tous les risques résiduels sont évalués</translation>
    </message>
    <message>
        <source>All risks are assessed</source>
        <translation>Tous les risques sont évalués</translation>
    </message>
</context>
<context>
    <name>AttachFields</name>
    <message>
        <source>&amp;Attach the register</source>
        <translation>&amp;Joindre le registre</translation>
    </message>
    <message>
        <source>Left out, as a paper marked “{mark}” may go outside. Tick this to send the register along, with its notes, names and assessments, printed or not.</source>
        <translation>Non joint, car un document portant la mention «&#xa0;{mark}&#xa0;» peut circuler à l’extérieur. Cochez cette case pour joindre le registre, avec ses notes, ses noms et ses évaluations, imprimés ou non.</translation>
    </message>
    <message>
        <source>Only what is printed goes along inside the file, as data that Riskdesk can read back: no notes, owners or assessments.</source>
        <translation>Seul ce qui est imprimé est joint dans le fichier, sous une forme que Riskdesk peut relire&#xa0;: ni notes, ni responsables, ni évaluations.</translation>
    </message>
    <message>
        <source>The file holds nothing but its pages; Riskdesk cannot read the register back from it.</source>
        <translation>Le fichier ne contient que ses pages&#x202f;; Riskdesk ne peut pas y relire le registre.</translation>
    </message>
    <message>
        <source>The register itself goes along inside the file, with its notes, names and assessments, printed or not, so that Riskdesk can read it back.</source>
        <translation>Le registre lui-même est joint dans le fichier, avec ses notes, ses noms et ses évaluations, imprimés ou non&#x202f;; Riskdesk peut ainsi le relire.</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>&amp;Back up now</source>
        <translation>&amp;Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>&amp;Restore as a new file…</source>
        <translation>&amp;Restaurer dans un nouveau fichier…</translation>
    </message>
    <message>
        <source>As this file is only open to be read here, this window does not back it up by itself.</source>
        <translation>Ce fichier étant ouvert ici en lecture seule, cette fenêtre ne le sauvegarde pas automatiquement.</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>Sauvegarde en cours…</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparaison…</translation>
    </message>
    <message>
        <source>Holds {what}. Since then: {changed}.</source>
        <translation>Contient {what}. Depuis&#xa0;: {changed}.</translation>
    </message>
    <message>
        <source>Holds {what}: the same as now.</source>
        <translation>Contient {what}&#xa0;: identique à l’état actuel.</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Faite le</translation>
    </message>
    <message>
        <source>Nothing has changed since this backup, so no other one was made.</source>
        <translation>Rien n’a changé depuis cette sauvegarde&#xa0;: aucune autre n’a été faite.</translation>
    </message>
    <message>
        <source>Restore as a new file</source>
        <translation>Restaurer dans un nouveau fichier</translation>
    </message>
    <message>
        <source>Restoring never overwrites your file: it creates a new one.</source>
        <translation>Une restauration ne remplace jamais votre fichier&#xa0;: elle en crée un nouveau.</translation>
    </message>
    <message>
        <source>Riskdesk backs this file up by itself when it is opened, while it is changed, and when it is closed.</source>
        <translation>Riskdesk sauvegarde ce fichier automatiquement à l’ouverture, pendant les modifications et à la fermeture.</translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation>Afficher le &amp;dossier</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Aucune sauvegarde pour l’instant.</translation>
    </message>
    <message>
        <source>This backup is not there any more.</source>
        <translation>Cette sauvegarde n’existe plus.</translation>
    </message>
    <message>
        <source>What this backup holds</source>
        <translation>Contenu de cette sauvegarde</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>Not assessed</source>
        <translation>Non évalué</translation>
    </message>
    <message>
        <source>Residual score: not assessed</source>
        <translation>Score résiduel&#xa0;: non évalué</translation>
    </message>
    <message>
        <source>Residual score: {score}</source>
        <translation>Score résiduel&#xa0;: {score}</translation>
    </message>
    <message>
        <source>Score: not assessed</source>
        <translation>Score&#xa0;: non évalué</translation>
    </message>
    <message>
        <source>Score: {score}</source>
        <translation>Score&#xa0;: {score}</translation>
    </message>
</context>
<context>
    <name>BandNumber</name>
    <message>
        <source>Band {number}: insert or remove</source>
        <translation>Niveau {number}&#xa0;: insérer ou supprimer</translation>
    </message>
    <message>
        <source>Insert a band after this one</source>
        <translation>Insérer un niveau après celui-ci</translation>
    </message>
    <message>
        <source>Insert a band before this one</source>
        <translation>Insérer un niveau avant celui-ci</translation>
    </message>
    <message>
        <source>Remove this band</source>
        <translation>Supprimer ce niveau</translation>
    </message>
</context>
<context>
    <name>BandsPage</name>
    <message>
        <source>&amp;Score:</source>
        <translation>&amp;Score&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Tolerated up to:</source>
        <translation>&amp;Toléré jusqu’à&#xa0;:</translation>
    </message>
    <message>
        <source>A table, painted on the matrix</source>
        <translation>Un tableau, peint sur la matrice</translation>
    </message>
    <message>
        <source>Band {number}: colour</source>
        <translation>Niveau {number}&#xa0;: couleur</translation>
    </message>
    <message>
        <source>Band {number}: lowest score</source>
        <translation>Niveau {number}&#xa0;: score le plus bas</translation>
    </message>
    <message>
        <source>Band {number}: name in English</source>
        <translation>Niveau {number}&#xa0;: nom en anglais</translation>
    </message>
    <message>
        <source>Band {number}: name in French</source>
        <translation>Niveau {number}&#xa0;: nom en français</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>By severity</source>
        <translation>Par gravité</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>From</source>
        <translation>À partir de</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Likelihood + impact</source>
        <translation>Probabilité + impact</translation>
    </message>
    <message>
        <source>Likelihood × impact</source>
        <translation>Probabilité × impact</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Non précisé</translation>
    </message>
    <message>
        <source>Number of bands:</source>
        <translation>Nombre de niveaux de risque&#xa0;:</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violet</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rouge</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Jaune</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Open to edit</source>
        <translation>Ouvrir pour modifier</translation>
    </message>
    <message>
        <source>What can be done…</source>
        <translation>Que faire…</translation>
    </message>
</context>
<context>
    <name>BarePage</name>
    <message>
        <source>Change together…</source>
        <translation>Modifier ensemble…</translation>
    </message>
</context>
<context>
    <name>BeginButton</name>
    <message>
        <source>&amp;Begin from</source>
        <translation>&amp;Partir de</translation>
    </message>
    <message>
        <source>&amp;Open a scale file…</source>
        <translation>&amp;Ouvrir un fichier d’échelle…</translation>
    </message>
    <message>
        <source>&amp;Save as a scale file…</source>
        <translation>&amp;Enregistrer comme fichier d’échelle…</translation>
    </message>
    <message>
        <source>Open a scale file</source>
        <translation>Ouvrir un fichier d’échelle</translation>
    </message>
    <message>
        <source>Save as a scale file</source>
        <translation>Enregistrer comme fichier d’échelle</translation>
    </message>
    <message>
        <source>Scales (*.json)</source>
        <translation>Échelles (*.json)</translation>
    </message>
</context>
<context>
    <name>Brushes</name>
    <message>
        <source>Paint with a click, with Space, or with the number of a band:</source>
        <translation>Peignez d’un clic, avec Espace ou avec le numéro d’un niveau&#xa0;:</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Aujourd’hui</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Mois suivant</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Mois précédent</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Année</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>Now the impact</source>
        <translation>Puis l’impact</translation>
    </message>
    <message>
        <source>The other one (Tab)</source>
        <translation>Passer de l’un à l’autre (Tab)</translation>
    </message>
    <message>
        <source>Two digits, or arrows and Enter. Shift: residual. Del: clear. Backspace: the one before. Esc: close.</source>
        <translation>Deux chiffres, ou flèches et Entrée. Maj&#xa0;: résiduel. Suppr&#xa0;: effacer. Retour arrière&#xa0;: risque précédent. Échap&#xa0;: fermer.</translation>
    </message>
    <message>
        <source>{pair} assessment of {risk}</source>
        <translation>{pair}&#xa0;: évaluation de {risk}</translation>
    </message>
</context>
<context>
    <name>CategoriesPanel</name>
    <message>
        <source>&amp;Add category</source>
        <translation>&amp;Ajouter une catégorie</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Renommer</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Catégories</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Déplacer vers le &amp;haut</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Déplacer vers le &amp;bas</translation>
    </message>
    <message>
        <source>No category yet. Add ▸ Add category makes one.</source>
        <translation>Aucune catégorie pour l’instant. Ajouter ▸ Ajouter une catégorie en crée une.</translation>
    </message>
</context>
<context>
    <name>CategoryPage</name>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
</context>
<context>
    <name>CellMenu</name>
    <message>
        <source>&amp;Show in the list</source>
        <translation>&amp;Afficher dans la liste</translation>
    </message>
    <message>
        <source>Select these &amp;risks</source>
        <translation>&amp;Sélectionner ces risques</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove the filter {filter}</source>
        <translation>Retirer le filtre {filter}</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Clear the filters</source>
        <translation>Effacer les filtres</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Change {field}</source>
        <translation>Modifier&#xa0;: {field}</translation>
    </message>
</context>
<context>
    <name>ClashesModel</name>
    <message>
        <source>Changed in both</source>
        <translation>Modifié des deux côtés</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Ici</translation>
    </message>
    <message>
        <source>In the copy</source>
        <translation>Dans la copie</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registre</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>&amp;Table:</source>
        <translation>&amp;Tableau&#xa0;:</translation>
    </message>
    <message>
        <source>Taken f&amp;or:</source>
        <translation>P&amp;ris pour&#xa0;:</translation>
    </message>
    <message>
        <source>{place}: {what}</source>
        <translation>{place}&#xa0;: {what}</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>(no category)</source>
        <translation>(sans catégorie)</translation>
    </message>
    <message>
        <source>--dry-run lists them all.</source>
        <translation>--dry-run les énumère tous.</translation>
    </message>
    <message>
        <source>At the command line: “riskdesk {command}”.</source>
        <translation>En ligne de commande&#xa0;: «&#xa0;riskdesk {command}&#xa0;».</translation>
    </message>
    <message>
        <source>Backed up as {file}</source>
        <translation>Sauvegarde enregistrée&#xa0;: {file}</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>COMMANDE</translation>
    </message>
    <message>
        <source>COPY</source>
        <translation>COPIE</translation>
    </message>
    <message>
        <source>Changed in both: {what}: here {mine}, in the copy {theirs}</source>
        <translation>Modifié des deux côtés&#xa0;: {what} (ici {mine}, dans la copie {theirs})</translation>
    </message>
    <message>
        <source>DATE</source>
        <translation>DATE</translation>
    </message>
    <message>
        <source>FIELD</source>
        <translation>CHAMP</translation>
    </message>
    <message>
        <source>FIELD=VALUE</source>
        <translation>CHAMP=VALEUR</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>FICHIER</translation>
    </message>
    <message>
        <source>IMPACT</source>
        <translation>IMPACT</translation>
    </message>
    <message>
        <source>LIKELIHOOD</source>
        <translation>PROBABILITÉ</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Laissé de côté</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOM</translation>
    </message>
    <message>
        <source>NAMES</source>
        <translation>NOMS</translation>
    </message>
    <message>
        <source>NEW</source>
        <translation>NOUVEAU</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>NUMÉRO</translation>
    </message>
    <message>
        <source>No problems found in the register file.</source>
        <translation>Le fichier de registres est intact.</translation>
    </message>
    <message>
        <source>Nothing asks for what the answers say of {ids}.</source>
        <translation>Aucune question ne correspond à {ids} dans les réponses.</translation>
    </message>
    <message>
        <source>Nothing has changed since the newest backup.</source>
        <translation>Rien n’a changé depuis la dernière sauvegarde.</translation>
    </message>
    <message>
        <source>Nothing in the history matches.</source>
        <translation>Rien ne correspond dans l’historique.</translation>
    </message>
    <message>
        <source>Nothing in the register matches.</source>
        <translation>Rien ne correspond dans le registre.</translation>
    </message>
    <message>
        <source>OUT</source>
        <translation>SORTIE</translation>
    </message>
    <message>
        <source>Only one file can be opened at a time.</source>
        <translation>Un seul fichier peut être ouvert à la fois.</translation>
    </message>
    <message>
        <source>Opening {file}… {per_cent}%</source>
        <translation>Ouverture du fichier {file}… {per_cent}&#xa0;%</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>RISK</source>
        <translation>RISQUE</translation>
    </message>
    <message>
        <source>Restored as {file}</source>
        <translation>Fichier restauré&#xa0;: {file}</translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation>SOURCE</translation>
    </message>
    <message>
        <source>Some characters cannot be printed and appear as “�”: {signs}</source>
        <translation>Certains caractères ne peuvent pas être imprimés et apparaissent sous la forme «&#xa0;�&#xa0;»&#xa0;: {signs}</translation>
    </message>
    <message>
        <source>TEMPLATE</source>
        <translation>MODÈLE</translation>
    </message>
    <message>
        <source>TITLE</source>
        <translation>TITRE</translation>
    </message>
    <message>
        <source>The history of this file begins on {date}.</source>
        <translation>L’historique de ce fichier commence le {date}.</translation>
    </message>
    <message>
        <source>The register does not go along inside the file, as its handling mark may lead outside; --attach puts it in.</source>
        <translation>Le registre n’est pas joint dans le fichier, car sa mention de diffusion permet qu’il circule à l’extérieur&#x202f;; --attach l’y joint.</translation>
    </message>
    <message>
        <source>The register goes along inside the file, with its notes, names and assessments; --no-attach leaves it out.</source>
        <translation>Le registre est joint dans le fichier, avec ses notes, ses noms et ses évaluations&#x202f;; --no-attach l’en exclut.</translation>
    </message>
    <message>
        <source>The risk register of a co-operation programme.</source>
        <translation>Le registre des risques d’un programme de coopération.</translation>
    </message>
    <message>
        <source>The window cannot be opened ({reason}); “riskdesk export FILE OUT.pdf” and the other commands (riskdesk --help) need no screen.</source>
        <translation>La fenêtre ne peut pas être ouverte ({reason})&#x202f;; «&#xa0;riskdesk export FICHIER SORTIE.pdf&#xa0;» et les autres commandes (riskdesk --help) n’ont pas besoin d’écran.</translation>
    </message>
    <message>
        <source>There is no screen to open the window on; “riskdesk export FILE OUT.pdf” and the other commands (riskdesk --help) need none.</source>
        <translation>Aucun écran n’est disponible pour ouvrir la fenêtre&#x202f;; «&#xa0;riskdesk export FICHIER SORTIE.pdf&#xa0;» et les autres commandes (riskdesk --help) n’en ont pas besoin.</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avertissements</translation>
    </message>
    <message>
        <source>Without a command, the window opens on FILE or on your own register file.</source>
        <translation>Sans commande, la fenêtre s’ouvre sur FICHIER ou sur votre propre fichier de registres.</translation>
    </message>
    <message>
        <source>Without effect in this file: {options}</source>
        <translation>Sans effet dans ce fichier&#xa0;: {options}</translation>
    </message>
    <message>
        <source>a JSON file with answers to questions, by their ids, and with --into, “take” or “keep” by keys</source>
        <translation>un fichier JSON avec les réponses aux questions, par leurs identifiants, et avec --into, «&#xa0;take&#xa0;» ou «&#xa0;keep&#xa0;» par clés</translation>
    </message>
    <message>
        <source>a Word document whose styles, header and footer are taken</source>
        <translation>un document Word dont les styles, l’en-tête et le pied de page sont repris</translation>
    </message>
    <message>
        <source>a level by its number or name; - for none</source>
        <translation>un degré, par son numéro ou son nom&#x202f;; - pour aucun</translation>
    </message>
    <message>
        <source>a register file (*.riskdesk)</source>
        <translation>un fichier de registres (*.riskdesk)</translation>
    </message>
    <message>
        <source>add the register in a file of Riskdesk, Word, Excel or another program</source>
        <translation>ajouter le registre d’un fichier de Riskdesk, de Word, d’Excel ou d’un autre programme</translation>
    </message>
    <message>
        <source>as CSV, for spreadsheets</source>
        <translation>en CSV, pour les tableurs</translation>
    </message>
    <message>
        <source>as JSON, for other programs</source>
        <translation>au format JSON, pour d’autres programmes</translation>
    </message>
    <message>
        <source>as of this date, such as 2026-11-30, instead of today: what is overdue, which reviews are due</source>
        <translation>à cette date, par exemple 2026-11-30, au lieu d’aujourd’hui&#xa0;: ce qui est en retard, les réexamens à effectuer</translation>
    </message>
    <message>
        <source>assess a risk</source>
        <translation>évaluer un risque</translation>
    </message>
    <message>
        <source>back up a register file, beside the backups that Riskdesk makes by itself</source>
        <translation>sauvegarder un fichier de registres, en plus des sauvegardes automatiques de Riskdesk</translation>
    </message>
    <message>
        <source>blank, coe or kazakhstan-2024-2027</source>
        <translation>blank, coe ou kazakhstan-2024-2027</translation>
    </message>
    <message>
        <source>check a register file for damage, then its registers for gaps</source>
        <translation>vérifier si un fichier de registres est intact, puis relever les lacunes de ses registres</translation>
    </message>
    <message>
        <source>columns of the working register, with commas</source>
        <translation>colonnes du registre de travail, séparées par des virgules</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>commandes&#xa0;</translation>
    </message>
    <message>
        <source>exit with 1 if there are gaps</source>
        <translation>terminer avec le code 1 s’il y a des lacunes</translation>
    </message>
    <message>
        <source>first repair the file from its change history</source>
        <translation>réparer d’abord le fichier d’après son historique</translation>
    </message>
    <message>
        <source>in groups by category, owner or band</source>
        <translation>en groupes par catégorie, responsable ou niveau de risque (category, owner, band)</translation>
    </message>
    <message>
        <source>its reference or id</source>
        <translation>sa référence ou son identifiant</translation>
    </message>
    <message>
        <source>language of the printed words</source>
        <translation>langue des mots imprimés</translation>
    </message>
    <message>
        <source>language of the register</source>
        <translation>langue du registre</translation>
    </message>
    <message>
        <source>list mitigations instead of risks</source>
        <translation>énumérer les mesures au lieu des risques</translation>
    </message>
    <message>
        <source>list the backups of a register file, or restore one as a new file</source>
        <translation>énumérer les sauvegardes d’un fichier de registres, ou en restaurer une dans un nouveau fichier</translation>
    </message>
    <message>
        <source>list the risks of a register, or its mitigations, as a table</source>
        <translation>énumérer les risques d’un registre, ou ses mesures, sous forme de tableau</translation>
    </message>
    <message>
        <source>list the templates of a new register</source>
        <translation>énumérer les modèles d’un nouveau registre</translation>
    </message>
    <message>
        <source>make a register file with a new register</source>
        <translation>créer un fichier de registres avec un nouveau registre</translation>
    </message>
    <message>
        <source>merge into a register file the changes made in a copy of it</source>
        <translation>intégrer à un fichier de registres les modifications apportées dans une copie</translation>
    </message>
    <message>
        <source>nothing to change</source>
        <translation>rien à modifier</translation>
    </message>
    <message>
        <source>only rows with this value, such as owner=Anna, due=overdue, assessed=no, text=staff; may be given several times</source>
        <translation>seulement les lignes qui ont cette valeur, par exemple owner=Anna, due=overdue, assessed=no, text=personnel&#x202f;; peut être indiqué plusieurs fois</translation>
    </message>
    <message>
        <source>only what this person did</source>
        <translation>seulement ce qu’a fait cette personne</translation>
    </message>
    <message>
        <source>only what was done from this date on, such as 2026-11-30</source>
        <translation>seulement ce qui a été fait à partir de cette date, par exemple 2026-11-30</translation>
    </message>
    <message>
        <source>orientation of the paper</source>
        <translation>orientation du papier</translation>
    </message>
    <message>
        <source>paper size</source>
        <translation>format du papier</translation>
    </message>
    <message>
        <source>recover what is left of a damaged register file into a new one, and report what was recovered</source>
        <translation>récupérer dans un nouveau fichier ce qui reste d’un fichier endommagé, et rendre compte de ce qui a été récupéré</translation>
    </message>
    <message>
        <source>report the result, and change nothing</source>
        <translation>indiquer le résultat sans rien modifier</translation>
    </message>
    <message>
        <source>report what would be added or changed, and change nothing</source>
        <translation>indiquer ce qui serait ajouté ou modifié, sans rien modifier</translation>
    </message>
    <message>
        <source>riskdesk [FILE] | riskdesk COMMAND …</source>
        <translation>riskdesk [FICHIER] | riskdesk COMMANDE&#xa0;…</translation>
    </message>
    <message>
        <source>riskdesk: {problem}</source>
        <translation>riskdesk&#xa0;: {problem}</translation>
    </message>
    <message>
        <source>risks as assessed before mitigation, after it, or both with arrows</source>
        <translation>les risques tels qu’évalués avant les mesures, après, ou les deux avec des flèches</translation>
    </message>
    <message>
        <source>show a register as text</source>
        <translation>afficher un registre sous forme de texte</translation>
    </message>
    <message>
        <source>show the version and exit</source>
        <translation>afficher la version et quitter</translation>
    </message>
    <message>
        <source>tell what happened in a register, or to one of its risks, newest first</source>
        <translation>indiquer ce qui s’est passé dans un registre, ou pour l’un de ses risques, du plus récent au plus ancien</translation>
    </message>
    <message>
        <source>the assessment after the mitigations</source>
        <translation>l’évaluation après les mesures</translation>
    </message>
    <message>
        <source>the copy (*.riskdesk), which stays as it is</source>
        <translation>la copie (*.riskdesk), qui reste telle quelle</translation>
    </message>
    <message>
        <source>the fields to show, with commas between them</source>
        <translation>les champs à montrer, séparés par des virgules</translation>
    </message>
    <message>
        <source>the fields to sort by, with commas; “-” before one descends: --sort=-band,owner</source>
        <translation>les champs selon lesquels trier, séparés par des virgules&#x202f;; «&#xa0;-&#xa0;» devant un champ trie en ordre décroissant&#xa0;: --sort=-band,owner</translation>
    </message>
    <message>
        <source>the file to read (.docx, .xlsx, .xls, .ods, .csv, .tsv, .txt, .html, .json, or a PDF of Riskdesk)</source>
        <translation>le fichier à lire (.docx, .xlsx, .xls, .ods, .csv, .tsv, .txt, .html, .json, ou un PDF de Riskdesk)</translation>
    </message>
    <message>
        <source>the file to write (.svg or .png)</source>
        <translation>le fichier à créer (.svg ou .png)</translation>
    </message>
    <message>
        <source>the file to write ({endings})</source>
        <translation>le fichier à créer ({endings})</translation>
    </message>
    <message>
        <source>the list as a view saved in the register shows it</source>
        <translation>la liste telle que la montre une vue enregistrée dans le registre</translation>
    </message>
    <message>
        <source>the reference of a risk, or the id of any item; without one, the whole register</source>
        <translation>la référence d’un risque, ou l’identifiant de tout élément&#x202f;; sans cela, tout le registre</translation>
    </message>
    <message>
        <source>the register file to make</source>
        <translation>le fichier de registres à créer</translation>
    </message>
    <message>
        <source>title of the register</source>
        <translation>titre du registre</translation>
    </message>
    <message>
        <source>title or id of a register that exists: take in what differs from it, and add no register</source>
        <translation>titre ou identifiant d’un registre qui existe&#xa0;: y reprendre ce qui diffère, sans ajouter de registre</translation>
    </message>
    <message>
        <source>title or id, where there are several registers</source>
        <translation>titre ou identifiant, s’il y a plusieurs registres</translation>
    </message>
    <message>
        <source>what columns and levels mean, as --json printed it (“mapping”) or changed by you</source>
        <translation>le sens des colonnes et des degrés, tel que --json l’a affiché («&#xa0;mapping&#xa0;») ou modifié par vous</translation>
    </message>
    <message>
        <source>what is written, of what the format has: {names}; of the printed documents, the appendix has no assessments, the others have</source>
        <translation>ce qui est exporté, parmi ce que le format propose&#xa0;: {names}&#x202f;; parmi les documents imprimés, l’annexe ne contient pas d’évaluations, les autres oui</translation>
    </message>
    <message>
        <source>which one, as the list counts</source>
        <translation>la sauvegarde, par son numéro dans la liste</translation>
    </message>
    <message>
        <source>which value to keep where both were changed: that of the register file (mine) or of the copy (theirs)</source>
        <translation>la valeur à conserver là où les deux ont été modifiés&#xa0;: celle du fichier de registres (mine) ou de la copie (theirs)</translation>
    </message>
    <message>
        <source>with closed and rejected risks</source>
        <translation>avec les risques clos ou rejetés</translation>
    </message>
    <message>
        <source>with closed and rejected risks, which only the working register has otherwise</source>
        <translation>avec les risques clos ou rejetés, qui ne figurent sinon que dans le registre de travail</translation>
    </message>
    <message>
        <source>with or without the register inside the PDF; if neither is given, a handling mark other than “Internal” keeps it out of all documents but the appendix, which has no more inside than it prints</source>
        <translation>avec ou sans le registre dans le PDF&#x202f;; à défaut, une mention de diffusion autre qu’«&#xa0;Interne&#xa0;» l’exclut de tous les documents, sauf de l’annexe, qui ne contient rien de plus que ce qu’elle imprime</translation>
    </message>
    <message>
        <source>with print settings saved in the register; other options override them</source>
        <translation>avec des réglages d’impression enregistrés dans le registre&#x202f;; les autres options l’emportent</translation>
    </message>
    <message>
        <source>write a register to a file, whose ending says the format</source>
        <translation>exporter un registre dans un fichier, dont l’extension indique le format</translation>
    </message>
    <message>
        <source>write the matrix of a register as a picture, SVG or PNG by the ending of OUT</source>
        <translation>enregistrer la matrice d’un registre comme image, SVG ou PNG selon l’extension de SORTIE</translation>
    </message>
    <message>
        <source>{file} is a file of Riskdesk, which needs no mapping; --map has no effect.</source>
        <translation>{file} est un fichier de Riskdesk, qui n’a pas besoin de correspondances&#xa0;; --map est sans effet.</translation>
    </message>
    <message>
        <source>{id} = {answer}</source>
        <translation>{id} = {answer}</translation>
    </message>
    <message>
        <source>{item} is not in the file</source>
        <translation>{item} ne figure pas dans le fichier</translation>
    </message>
    <message>
        <source>{moment} · {who} · {action}</source>
        <translation>{moment} · {who} · {action}</translation>
    </message>
    <message>
        <source>{old} was given in both files; in what is merged it is now {new}</source>
        <translation>{old} a été attribuée des deux côtés&#x202f;; dans ce qui est intégré, c’est désormais {new}</translation>
    </message>
    <message>
        <source>{old} was given twice; the second is now {new}</source>
        <translation>{old} a été attribuée deux fois&#x202f;; la seconde est désormais {new}</translation>
    </message>
    <message>
        <source>{place}: {told}</source>
        <translation>{place}&#xa0;: {told}</translation>
    </message>
    <message>
        <source>{step} (undone)</source>
        <translation>{step} (étape annulée)</translation>
    </message>
    <message>
        <source>{text} (like {other})</source>
        <translation>{text} (comme {other})</translation>
    </message>
    <message>
        <source>{title}: {counts}</source>
        <translation>{title}&#xa0;: {counts}</translation>
    </message>
    <message>
        <source>“riskdesk restore” lists its backups.</source>
        <translation>«&#xa0;riskdesk restore&#xa0;» liste ses sauvegardes.</translation>
    </message>
    <message>
        <source>“{id}”</source>
        <translation>«&#xa0;{id}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>ComparingPage</name>
    <message>
        <source>&amp;Keep all</source>
        <translation>Tout &amp;garder</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Dans le fichier</translation>
    </message>
    <message>
        <source>In the register</source>
        <translation>Dans le registre</translation>
    </message>
    <message>
        <source>T&amp;ake all</source>
        <translation>Tout pr&amp;endre</translation>
    </message>
    <message>
        <source>The register and the file say the same; there is nothing to import.</source>
        <translation>Le registre et le fichier disent la même chose&#x202f;; il n’y a rien à importer.</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>&amp;Save my version</source>
        <translation>&amp;Enregistrer ma version</translation>
    </message>
    <message>
        <source>Changed by somebody else</source>
        <translation>Modifié par quelqu’un d’autre</translation>
    </message>
    <message>
        <source>Keep &amp;their version</source>
        <translation>&amp;Conserver la version enregistrée</translation>
    </message>
    <message>
        <source>Their version</source>
        <translation>Version enregistrée</translation>
    </message>
    <message>
        <source>Their version (saved)</source>
        <translation>Version enregistrée</translation>
    </message>
    <message>
        <source>Your version</source>
        <translation>Votre version</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message numerus="yes">
        <source>%Ln thing(s) to correct</source>
        <translation>
            <numerusform>%Ln point à corriger</numerusform>
            <numerusform>%Ln points à corriger</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%Ln category(s)</source>
        <translation>
            <numerusform>%Ln catégorie</numerusform>
            <numerusform>%Ln catégories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln closed or rejected risk(s) left out; --ended prints them.</source>
        <translation>
            <numerusform>%Ln risque clos ou rejeté n’est pas repris&#x202f;; --ended l’imprime.</numerusform>
            <numerusform>%Ln risques clos ou rejetés ne sont pas repris&#x202f;; --ended les imprime.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) changed</source>
        <translation>
            <numerusform>%Ln champ modifié</numerusform>
            <numerusform>%Ln champs modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) added</source>
        <translation>
            <numerusform>%Ln élément ajouté</numerusform>
            <numerusform>%Ln éléments ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) deleted</source>
        <translation>
            <numerusform>%Ln élément supprimé</numerusform>
            <numerusform>%Ln éléments supprimés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) kept that the file does not have</source>
        <translation>
            <numerusform>%Ln élément gardé, absent du fichier</numerusform>
            <numerusform>%Ln éléments gardés, absents du fichier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) repaired from the change history.</source>
        <translation>
            <numerusform>%Ln élément réparé d’après l’historique.</numerusform>
            <numerusform>%Ln éléments réparés d’après l’historique.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mitigation(s)</source>
        <translation>
            <numerusform>%Ln mesure d’atténuation</numerusform>
            <numerusform>%Ln mesures d’atténuation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) of the file left out</source>
        <translation>
            <numerusform>%Ln endroit du fichier laissé de côté</numerusform>
            <numerusform>%Ln endroits du fichier laissés de côté</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s), for which the usual answer was taken</source>
        <translation>
            <numerusform>%Ln question, pour laquelle la réponse habituelle a été retenue</numerusform>
            <numerusform>%Ln questions, pour lesquelles la réponse habituelle a été retenue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s)</source>
        <translation>
            <numerusform>%Ln risque</numerusform>
            <numerusform>%Ln risques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln avertissement</numerusform>
            <numerusform>%Ln avertissements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more change(s)</source>
        <translation>
            <numerusform>et %Ln autre modification</numerusform>
            <numerusform>et %Ln autres modifications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln entry(ies)</source>
        <translation>
            <numerusform>%Ln ligne</numerusform>
            <numerusform>%Ln lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mitigation(s)</source>
        <translation>
            <numerusform>%Ln mesure</numerusform>
            <numerusform>%Ln mesures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s)</source>
        <translation>
            <numerusform>%Ln risque</numerusform>
            <numerusform>%Ln risques</numerusform>
        </translation>
    </message>
    <message>
        <source>Highest risk</source>
        <translation>Risque le plus élevé</translation>
    </message>
    <message>
        <source>There is no risk here.</source>
        <translation>Aucun risque.</translation>
    </message>
    <message>
        <source>{count} of {all} assessed</source>
        <translation>Évalués&#xa0;: {count} sur {all}</translation>
    </message>
</context>
<context>
    <name>Courier</name>
    <message>
        <source>Reading answers…</source>
        <translation>Lecture des réponses…</translation>
    </message>
    <message>
        <source>Writing workbooks…</source>
        <translation>Enregistrement des classeurs…</translation>
    </message>
</context>
<context>
    <name>CourierCommands</name>
    <message>
        <source>Take in answers</source>
        <translation>Intégrer des réponses</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx *.ods *.xls)</source>
        <translation>Classeurs (*.xlsx *.ods *.xls)</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Copy report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Something went wrong in the program. You can go on working; what you did last may not have been done.

This report helps to mend it. It says where in the program it happened, and nothing of what you wrote.</source>
        <translation>Une erreur s’est produite dans le programme. Vous pouvez continuer à travailler&#x202f;; il se peut que votre dernière action n’ait pas été effectuée.

Ce rapport aide à corriger l’erreur. Il indique à quel endroit du programme elle s’est produite, et rien de ce que vous avez écrit.</translation>
    </message>
</context>
<context>
    <name>DamageDialog</name>
    <message>
        <source>&amp;Repair</source>
        <translation>&amp;Réparer</translation>
    </message>
    <message>
        <source>&amp;Save what is left…</source>
        <translation>&amp;Enregistrer ce qui reste…</translation>
    </message>
    <message>
        <source>All its backups are damaged.</source>
        <translation>Toutes ses sauvegardes sont endommagées.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Damaged register file</source>
        <translation>Fichier de registres endommagé</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open the newest &amp;backup…</source>
        <translation>Ouvrir la dernière &amp;sauvegarde…</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Contenu récupéré</translation>
    </message>
    <message>
        <source>Recovering…</source>
        <translation>Récupération…</translation>
    </message>
    <message>
        <source>Repairing…</source>
        <translation>Réparation…</translation>
    </message>
    <message>
        <source>The newest good backup was made on {time}.</source>
        <translation>La dernière sauvegarde intacte date du {time}.</translation>
    </message>
    <message>
        <source>There is no backup of it.</source>
        <translation>Il n’en existe aucune sauvegarde.</translation>
    </message>
    <message>
        <source>This was saved as {file}. Look it over before you go on.</source>
        <translation>Le contenu a été enregistré sous {file}. Vérifiez-le avant de poursuivre.</translation>
    </message>
    <message>
        <source>{file} is damaged. It is left as it is; what you choose here goes into a new file.</source>
        <translation>{file} est endommagé. Il reste tel quel&#x202f;; ce que vous choisissez ici est enregistré dans un nouveau fichier.</translation>
    </message>
    <message>
        <source>{file} was altered outside Riskdesk. Its change history is intact. Below: current values, and values after repair.</source>
        <translation>{file} a été modifié en dehors de Riskdesk. Son historique est intact. Ci-dessous&#xa0;: les valeurs actuelles, puis les valeurs après réparation.</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Choose a date (Alt+Down)</source>
        <translation>Choisir une date (Alt+Bas)</translation>
    </message>
    <message>
        <source>Clear the date</source>
        <translation>Effacer la date</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Aucune date</translation>
    </message>
    <message>
        <source>This is not a date. Write it like {date}.</source>
        <translation>Ceci n’est pas une date. Écrivez-la ainsi&#xa0;: {date}.</translation>
    </message>
</context>
<context>
    <name>DifferencesModel</name>
    <message>
        <source>Delete: not in the file</source>
        <translation>Supprimer&#xa0;: absent du fichier</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Dans le fichier</translation>
    </message>
    <message>
        <source>In the register</source>
        <translation>Dans le registre</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Élément</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registre</translation>
    </message>
    <message>
        <source>Take from the file</source>
        <translation>Prendre du fichier</translation>
    </message>
</context>
<context>
    <name>Drafting</name>
    <message>
        <source>&amp;Restore text</source>
        <translation>&amp;Rétablir ce texte</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Nothing can be written in {folder}: see whether the disk is full and you may write there.</source>
        <translation>Rien ne peut être écrit dans {folder}&#x202f;: vérifiez que le disque n’est pas plein et que vous avez le droit d’y écrire.</translation>
    </message>
    <message>
        <source>These texts were not saved. Put them back where they were being written (you can undo this), or copy them.</source>
        <translation>Ces textes n’ont pas été enregistrés. Rétablissez-les là où vous les écriviez (vous pourrez annuler), ou copiez-les.</translation>
    </message>
    <message>
        <source>This text was not saved, as what it was written in was deleted. Bring that back with the text (you can undo this), or copy the text.</source>
        <translation>Ce texte n’a pas été enregistré, car l’élément dans lequel vous l’écriviez a été supprimé. Rétablissez cet élément avec le texte (vous pourrez annuler), ou copiez le texte.</translation>
    </message>
    <message>
        <source>This text was not saved. Put it back where it was being written (you can undo this), or copy it.</source>
        <translation>Ce texte n’a pas été enregistré. Rétablissez-le là où vous l’écriviez (vous pourrez annuler), ou copiez-le.</translation>
    </message>
    <message>
        <source>Unfinished text</source>
        <translation>Texte inachevé</translation>
    </message>
    <message>
        <source>What you type cannot be kept for after a crash until it is saved</source>
        <translation>Ce que vous tapez ne peut pas être gardé en cas de panne tant que ce n’est pas enregistré</translation>
    </message>
</context>
<context>
    <name>DueBar</name>
    <message numerus="yes">
        <source>%Ln mitigation(s) overdue</source>
        <translation>
            <numerusform>%Ln mesure en retard</numerusform>
            <numerusform>%Ln mesures en retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln review date(s) passed</source>
        <translation>
            <numerusform>%Ln date de réexamen dépassée</numerusform>
            <numerusform>%Ln dates de réexamen dépassées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln review(s) due within 30 days</source>
        <translation>
            <numerusform>%Ln réexamen à effectuer dans les 30 jours</numerusform>
            <numerusform>%Ln réexamens à effectuer dans les 30 jours</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>Affi&amp;cher</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>New since {day}: {due}</source>
        <translation>Depuis le {day}&#xa0;: {due}</translation>
    </message>
    <message>
        <source>Nothing is due in this register any more</source>
        <translation>Plus rien n’est échu dans ce registre</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>Clear the filters</source>
        <translation>Effacer les filtres</translation>
    </message>
</context>
<context>
    <name>EntryPage</name>
    <message>
        <source>Entry {place} of {all}</source>
        <translation>Ligne {place} sur {all}</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Saving {file}…</source>
        <translation>Enregistrement du fichier {file}…</translation>
    </message>
    <message>
        <source>The file was saved; some of it is not as it is in the register:</source>
        <translation>Le fichier a été enregistré&#x202f;; une partie n’est pas telle qu’elle figure dans le registre&#xa0;:</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>Parc&amp;ourir…</translation>
    </message>
    <message>
        <source>&amp;Document:</source>
        <translation>&amp;Document&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Fichier&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Langue&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Open the file after export</source>
        <translation>Ouvrir le fichier &amp;après l’export</translation>
    </message>
    <message>
        <source>&amp;Paper:</source>
        <translation>&amp;Papier&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Template:</source>
        <translation>&amp;Modèle&#xa0;:</translation>
    </message>
    <message>
        <source>A&amp;ssessments:</source>
        <translation>É&amp;valuations&#xa0;:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Columns:</source>
        <translation>Colonnes&#xa0;:</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>Exporter en PDF</translation>
    </message>
    <message>
        <source>Fo&amp;rmat:</source>
        <translation>Fo&amp;rmat&#xa0;:</translation>
    </message>
    <message>
        <source>Or&amp;ientation:</source>
        <translation>Or&amp;ientation&#xa0;:</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>There is a file {file} already. Replace it?</source>
        <translation>Le fichier {file} existe déjà. Faut-il le remplacer&#x202f;?</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>Not saved: the file was deleted, moved or replaced</source>
        <translation>Non enregistré&#xa0;: le fichier a été supprimé, déplacé ou remplacé</translation>
    </message>
    <message>
        <source>What can be done…</source>
        <translation>Que faire…</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>Backup restored as {file}</source>
        <translation>Sauvegarde restaurée sous le nom {file}</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparaison…</translation>
    </message>
    <message>
        <source>Merge a copy</source>
        <translation>Fusionner une copie</translation>
    </message>
    <message>
        <source>New register file</source>
        <translation>Nouveau fichier de registres</translation>
    </message>
    <message>
        <source>No problems found in {file}.</source>
        <translation>{file} est intact&#xa0;: son historique est complet et correspond à son contenu.</translation>
    </message>
    <message>
        <source>Open register file</source>
        <translation>Ouvrir un fichier de registres</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Registres</translation>
    </message>
    <message>
        <source>Riskdesk register files (*.riskdesk)</source>
        <translation>Fichiers de registres Riskdesk (*.riskdesk)</translation>
    </message>
    <message>
        <source>Riskdesk, PDF and JSON files (*.riskdesk *.pdf *.json)</source>
        <translation>Fichiers Riskdesk, PDF et JSON (*.riskdesk *.pdf *.json)</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Send a copy</source>
        <translation>Envoyer une copie</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>copie</translation>
    </message>
    <message>
        <source>register</source>
        <translation>registre</translation>
    </message>
    <message>
        <source>{file} contains nothing new.</source>
        <translation>{file} ne contient rien de nouveau.</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>&amp;Text:</source>
        <translation>&amp;Texte&#xa0;:</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>W&amp;ho:</source>
        <translation>&amp;Qui&#xa0;:</translation>
    </message>
    <message>
        <source>Wh&amp;at:</source>
        <translation>Qu&amp;oi&#xa0;:</translation>
    </message>
    <message>
        <source>{item}: {field}</source>
        <translation>{item}&#xa0;: {field}</translation>
    </message>
</context>
<context>
    <name>Finish</name>
    <message numerus="yes">
        <source>%Ln risk(s) are still to be assessed.</source>
        <translation>
            <numerusform>%Ln risque reste à évaluer.</numerusform>
            <numerusform>%Ln risques restent à évaluer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln risk(s) are assessed.</source>
        <translation>
            <numerusform>Le risque est évalué.</numerusform>
            <numerusform>Les %Ln risques sont tous évalués.</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the register</source>
        <translation>Retour au registre</translation>
    </message>
    <message>
        <source>Go on with them</source>
        <translation>Continuer avec ceux-ci</translation>
    </message>
    <message>
        <source>Go through all again</source>
        <translation>Tout parcourir à nouveau</translation>
    </message>
    <message>
        <source>There is no risk to assess.</source>
        <translation>Il n’y a aucun risque à évaluer.</translation>
    </message>
</context>
<context>
    <name>Folding</name>
    <message>
        <source>collapsed</source>
        <translation>réduit</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>développé</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Now the impact</source>
        <translation>Puis l’impact</translation>
    </message>
    <message>
        <source>{pair} assessment of {risk}</source>
        <translation>{pair}&#xa0;: évaluation de {risk}</translation>
    </message>
</context>
<context>
    <name>GapModel</name>
    <message>
        <source>Switched off: {gap} – {reason}</source>
        <translation>Désactivé&#xa0;: {gap} – {reason}</translation>
    </message>
    <message>
        <source>{gap}, new</source>
        <translation>{gap}, nouvel élément</translation>
    </message>
</context>
<context>
    <name>GapsButton</name>
    <message numerus="yes">
        <source>%Ln gap(s)</source>
        <translation>
            <numerusform>%Ln lacune</numerusform>
            <numerusform>%Ln lacunes</numerusform>
        </translation>
    </message>
    <message>
        <source>What is missing or due</source>
        <translation>Lacunes et échéances</translation>
    </message>
</context>
<context>
    <name>GapsPanel</name>
    <message>
        <source>Missing or due</source>
        <translation>Lacunes et échéances</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Il ne manque rien.</translation>
    </message>
    <message>
        <source>Switch &amp;off…</source>
        <translation>Dé&amp;sactiver…</translation>
    </message>
    <message>
        <source>Switch &amp;on</source>
        <translation>&amp;Réactiver</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Goal</name>
    <message>
        <source>(no text)</source>
        <translation>(sans texte)</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Fields</source>
        <translation>Champs</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>What the inspector shows</source>
        <translation>Ce que montre l’inspecteur</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Text of the help</source>
        <translation>Texte de l’aide</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Barre d’outils</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Nouveautés</translation>
    </message>
</context>
<context>
    <name>Hidden</name>
    <message numerus="yes">
        <source>%Ln selected item(s) are not among those shown.</source>
        <translation>
            <numerusform>%Ln élément sélectionné ne figure pas parmi ceux qui sont affichés.</numerusform>
            <numerusform>%Ln éléments sélectionnés ne figurent pas parmi ceux qui sont affichés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>L’afficher</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Les afficher</translation>
    </message>
    <message>
        <source>{item} is not among those shown.</source>
        <translation>{item} ne figure pas parmi les éléments affichés.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Added</source>
        <translation>Ajout</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Suppression</translation>
    </message>
    <message>
        <source>Joined to: {items}</source>
        <translation>Réunion à&#xa0;: {items}</translation>
    </message>
    <message>
        <source>Joined with: {items}</source>
        <translation>Réunion avec&#xa0;: {items}</translation>
    </message>
    <message>
        <source>Moved down</source>
        <translation>Déplacement vers le bas</translation>
    </message>
    <message>
        <source>Moved up</source>
        <translation>Déplacement vers le haut</translation>
    </message>
    <message>
        <source>Redone: {action}</source>
        <translation>Rétabli&#xa0;: {action}</translation>
    </message>
    <message>
        <source>Restore this scale</source>
        <translation>Rétablir cette échelle</translation>
    </message>
    <message>
        <source>Restore this text</source>
        <translation>Rétablir ce texte</translation>
    </message>
    <message>
        <source>Restore this value</source>
        <translation>Rétablir cette valeur</translation>
    </message>
    <message>
        <source>Restore “{value}”</source>
        <translation>Rétablir «&#xa0;{value}&#xa0;»</translation>
    </message>
    <message>
        <source>Restore: empty</source>
        <translation>Rétablir&#xa0;: vide</translation>
    </message>
    <message>
        <source>Split into: {items}</source>
        <translation>Division en&#xa0;: {items}</translation>
    </message>
    <message>
        <source>Split off from: {items}</source>
        <translation>Séparation de&#xa0;: {items}</translation>
    </message>
    <message>
        <source>Undone on {date} at {time} by {who}</source>
        <translation>Étape annulée le {date} à {time} par {who}</translation>
    </message>
    <message>
        <source>Undone: {action}</source>
        <translation>Annulé&#xa0;: {action}</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Bring back</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Deleted items</source>
        <translation>Éléments supprimés</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Restore as it was then</source>
        <translation>Rétablir tel qu’il était alors</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>The history begins on {date}.</source>
        <translation>L’historique commence le {date}.</translation>
    </message>
    <message>
        <source>{date} at {time} · {who}</source>
        <translation>{date} à {time} · {who}</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln étape</numerusform>
            <numerusform>%Ln étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Afficher</translation>
    </message>
    <message>
        <source>History of “{register}”</source>
        <translation>Historique de «&#xa0;{register}&#xa0;»</translation>
    </message>
    <message>
        <source>Show the register as it was after this step</source>
        <translation>Afficher le registre tel qu’il était après cette étape</translation>
    </message>
    <message>
        <source>The register as it &amp;was on:</source>
        <translation>Le registre tel qu’il éta&amp;it le&#xa0;:</translation>
    </message>
    <message>
        <source>What the step did</source>
        <translation>Ce que l’étape a fait</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more item(s)</source>
        <translation>
            <numerusform>et %Ln autre élément</numerusform>
            <numerusform>et %Ln autres éléments</numerusform>
        </translation>
    </message>
    <message>
        <source>{steps} so far; the search goes on…</source>
        <translation>{steps} jusqu’ici&#x202f;; la recherche continue…</translation>
    </message>
    <message>
        <source>{steps}, and more below</source>
        <translation>{steps}, et d’autres plus bas</translation>
    </message>
    <message>
        <source>{steps}; the history begins on {date}</source>
        <translation>{steps}&#x202f;; l’historique commence le {date}</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>A character cannot be read in any encoding, near “{found}”.</source>
        <translation>Un caractère ne peut être lu dans aucun encodage, près de «&#xa0;{found}&#xa0;».</translation>
    </message>
    <message>
        <source>A later answer says something else about this field; “{found}” does not come in.</source>
        <translation>Une réponse plus récente dit autre chose de ce champ&#x202f;; «&#xa0;{found}&#xa0;» n’est pas repris.</translation>
    </message>
    <message>
        <source>A list without levels or mitigations, while another table has them.</source>
        <translation>Une liste sans degrés ni mesures, alors qu’un autre tableau en a.</translation>
    </message>
    <message>
        <source>A mitigation answers the risk “{found}”, which the file does not have.</source>
        <translation>Une mesure répond au risque «&#xa0;{found}&#xa0;», que le fichier n’a pas.</translation>
    </message>
    <message>
        <source>A part of the document is in another format ({found}) and is not read; save it again in Word and import that.</source>
        <translation>Une partie du document est dans un autre format ({found}) et n’est pas lue&#x202f;; enregistrez-le à nouveau dans Word, puis importez-le.</translation>
    </message>
    <message>
        <source>A table inside the cell is read as mitigations (“{found}”).</source>
        <translation>Un tableau dans la cellule est lu comme des mesures («&#xa0;{found}&#xa0;»).</translation>
    </message>
    <message>
        <source>Are hidden rows to come in (“{found}”)?</source>
        <translation>Faut-il importer les lignes masquées («&#xa0;{found}&#xa0;»)&#x202f;?</translation>
    </message>
    <message>
        <source>Are rows of other types (“{found}”) to come in as risks too?</source>
        <translation>Les lignes d’autres types («&#xa0;{found}&#xa0;») doivent-elles aussi être importées comme risques&#x202f;?</translation>
    </message>
    <message>
        <source>Are these words right: {found}? If they are not, choose another encoding of the file.</source>
        <translation>Ces mots sont-ils justes&#xa0;: {found}&#x202f;? Sinon, choisissez un autre encodage du fichier.</translation>
    </message>
    <message>
        <source>Are “{found}” to come in as mitigations that are done?</source>
        <translation>«&#xa0;{found}&#xa0;»&#xa0;: faut-il les importer comme mesures réalisées&#x202f;?</translation>
    </message>
    <message>
        <source>Both assessments are called residual (“{found}”): is the first the present one and the second the residual one?</source>
        <translation>Les deux évaluations sont dites résiduelles («&#xa0;{found}&#xa0;»)&#xa0;: la première est-elle l’actuelle et la seconde la résiduelle&#x202f;?</translation>
    </message>
    <message>
        <source>Cells of “{found}” have a colour and no words: is green low, yellow or orange medium, and red high?</source>
        <translation>Des cellules de «&#xa0;{found}&#xa0;» ont une couleur et aucun mot&#xa0;: le vert est-il faible, le jaune ou l’orange moyen et le rouge élevé&#x202f;?</translation>
    </message>
    <message>
        <source>Cells of “{found}” have a colour and no words; colours are not read, and what they tell does not come in.</source>
        <translation>Des cellules de «&#xa0;{found}&#xa0;» ont une couleur et aucun mot&#xa0;; les couleurs ne sont pas lues et ce qu’elles disent n’est pas importé.</translation>
    </message>
    <message>
        <source>Does the sheet or the heading above each table name its category (“{found}”)?</source>
        <translation>La feuille ou le titre au-dessus de chaque tableau nomme-t-il sa catégorie («&#xa0;{found}&#xa0;»)&#x202f;?</translation>
    </message>
    <message>
        <source>Does “{found}” begin with the day or with the month?</source>
        <translation>«&#xa0;{found}&#xa0;» commence-t-il par le jour ou par le mois&#x202f;?</translation>
    </message>
    <message>
        <source>Empty.</source>
        <translation>Vide.</translation>
    </message>
    <message>
        <source>Examples or instructions, by its name.</source>
        <translation>Exemples ou instructions, d’après son nom.</translation>
    </message>
    <message>
        <source>Fields that Riskdesk does not know are left out: {found}.</source>
        <translation>Les champs que Riskdesk ne connaît pas sont laissés de côté&#xa0;: {found}.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>From “{found}” on, the cells of this row stand one column off; they are put right.</source>
        <translation>À partir de «&#xa0;{found}&#xa0;», les cellules de cette ligne sont décalées d’une colonne&#x202f;; elles sont remises en place.</translation>
    </message>
    <message>
        <source>Is each line or part of a cell a mitigation of its own (“{found}”)?</source>
        <translation>Chaque ligne ou partie d’une cellule est-elle une mesure à part («&#xa0;{found}&#xa0;»)&#x202f;?</translation>
    </message>
    <message>
        <source>Is “{found}” the residual risk?</source>
        <translation>«&#xa0;{found}&#xa0;» est-il le risque résiduel&#x202f;?</translation>
    </message>
    <message>
        <source>Left out, as you chose.</source>
        <translation>Laissé de côté, selon votre choix.</translation>
    </message>
    <message>
        <source>Line {row}</source>
        <translation>Ligne {row}</translation>
    </message>
    <message>
        <source>Lines {row} to {last}</source>
        <translation>Lignes {row} à {last}</translation>
    </message>
    <message>
        <source>List of levels.</source>
        <translation>Liste de degrés.</translation>
    </message>
    <message>
        <source>Mitigations: each names the risk that it answers.</source>
        <translation>Mesures – chacune nomme le risque auquel elle répond.</translation>
    </message>
    <message>
        <source>More about risks that stand elsewhere in the file.</source>
        <translation>Compléments sur des risques qui sont ailleurs dans le fichier.</translation>
    </message>
    <message>
        <source>No list of risks was found in the file (“{found}”).</source>
        <translation>Aucune liste de risques n’a été trouvée dans le fichier («&#xa0;{found}&#xa0;»).</translation>
    </message>
    <message>
        <source>No risk was found in {file}. Answers to the questions may help.</source>
        <translation>Aucun risque n’a été trouvé dans {file}. Les réponses aux questions peuvent aider.</translation>
    </message>
    <message>
        <source>No risk was found in {file}. Give the columns of its table heads such as “Risk” and “Mitigation”, and import it again.</source>
        <translation>Aucun risque n’a été trouvé dans {file}. Donnez aux colonnes de son tableau des titres tels que «&#xa0;Risque&#xa0;» et «&#xa0;Mesure&#xa0;», puis importez-le à nouveau.</translation>
    </message>
    <message>
        <source>Of the residual risk, the file has a score alone ({found}); it is in the note.</source>
        <translation>Du risque résiduel, le fichier n’a qu’un score ({found})&#x202f;; il est dans la note.</translation>
    </message>
    <message>
        <source>Other matter: it has no columns of risks.</source>
        <translation>Autre chose – aucune colonne de risques.</translation>
    </message>
    <message>
        <source>Paragraph {paragraph}</source>
        <translation>Paragraphe {paragraph}</translation>
    </message>
    <message>
        <source>Paragraph {row}</source>
        <translation>Paragraphe {row}</translation>
    </message>
    <message>
        <source>Register: a list of risks, one in each row.</source>
        <translation>Registre – une liste de risques, un par ligne.</translation>
    </message>
    <message>
        <source>Register: a table that Riskdesk wrote, with the identity of each line.</source>
        <translation>Registre – un tableau enregistré par Riskdesk, avec l’identité de chaque ligne.</translation>
    </message>
    <message>
        <source>Register: it has columns for risks and what belongs to them.</source>
        <translation>Registre – des colonnes pour les risques et ce qui s’y rapporte.</translation>
    </message>
    <message>
        <source>Risk matrix: levels cross each other, and the cells hold scores.</source>
        <translation>Matrice des risques – des degrés se croisent, et les cellules contiennent des scores.</translation>
    </message>
    <message>
        <source>Several levels are marked, or the mark is unclear ({found}); the level stays empty.</source>
        <translation>Plusieurs degrés sont cochés, ou la marque n’est pas claire ({found})&#x202f;; le degré reste vide.</translation>
    </message>
    <message>
        <source>Several tables may be registers; is this one to come in (“{found}”)?</source>
        <translation>Plusieurs tableaux peuvent être des registres&#x202f;; faut-il importer celui-ci («&#xa0;{found}&#xa0;»)&#x202f;?</translation>
    </message>
    <message>
        <source>Sheet “{name}”</source>
        <translation>Feuille «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Sheet “{name}”, rows {row} to {last}</source>
        <translation>Feuille «&#xa0;{name}&#xa0;», lignes {row} à {last}</translation>
    </message>
    <message>
        <source>Sheet “{name}”, {cell}</source>
        <translation>Feuille «&#xa0;{name}&#xa0;», {cell}</translation>
    </message>
    <message>
        <source>Table {table}</source>
        <translation>Tableau {table}</translation>
    </message>
    <message>
        <source>Table {table}, row {row}</source>
        <translation>Tableau {table}, ligne {row}</translation>
    </message>
    <message>
        <source>Table {table}, rows {row} to {last}</source>
        <translation>Tableau {table}, lignes {row} à {last}</translation>
    </message>
    <message>
        <source>The cells of a matrix hold texts (“{found}”): are they to come in as risks?</source>
        <translation>Les cellules d’une matrice contiennent des textes («&#xa0;{found}&#xa0;»)&#xa0;: faut-il les importer comme risques&#x202f;?</translation>
    </message>
    <message>
        <source>The column is hidden in the file; it comes in (“{found}”).</source>
        <translation>La colonne est masquée dans le fichier&#x202f;; elle est importée («&#xa0;{found}&#xa0;»).</translation>
    </message>
    <message>
        <source>The comment “{found}” does not come in.</source>
        <translation>Le commentaire «&#xa0;{found}&#xa0;» n’est pas importé.</translation>
    </message>
    <message>
        <source>The file does not say in which encoding it is; look whether these words are right: {found}.</source>
        <translation>Le fichier ne dit pas quel est son encodage&#x202f;; voyez si ces mots sont justes&#xa0;: {found}.</translation>
    </message>
    <message>
        <source>The file does not say which levels there are; are they these, from low to high: {more}?</source>
        <translation>Le fichier ne dit pas quels sont les degrés&#x202f;; sont-ils, du plus bas au plus haut&#xa0;: {more}&#x202f;?</translation>
    </message>
    <message>
        <source>The file has a score alone ({found}), without likelihood and impact; it is in the note.</source>
        <translation>Le fichier n’a qu’un score ({found}), sans probabilité ni impact&#x202f;; il est dans la note.</translation>
    </message>
    <message>
        <source>The file holds programs ({found}); they are not run and do not come in.</source>
        <translation>Le fichier contient des programmes ({found})&#x202f;; ils ne sont ni exécutés ni importés.</translation>
    </message>
    <message>
        <source>The file is very large or partly broken; its values come in without comments, formats and hidden rows.</source>
        <translation>Le fichier est très grand ou en partie endommagé&#x202f;; ses valeurs sont importées sans commentaires, formats ni lignes masquées.</translation>
    </message>
    <message>
        <source>The file refers to other files ({found}); they are not opened.</source>
        <translation>Le fichier renvoie à d’autres fichiers ({found})&#x202f;; ils ne sont pas ouverts.</translation>
    </message>
    <message>
        <source>The footnote is in the note: “{found}”.</source>
        <translation>La note de bas de page est dans la note&#xa0;: «&#xa0;{found}&#xa0;».</translation>
    </message>
    <message>
        <source>The highest level is written as the lowest number ({found}); the numbers are turned round.</source>
        <translation>Le degré le plus haut porte le plus petit nombre ({found})&#x202f;; les nombres sont inversés.</translation>
    </message>
    <message>
        <source>The levels of risks are those of the cells of the matrix in which they stand ({found}).</source>
        <translation>Les degrés des risques sont ceux des cellules de la matrice où ils se trouvent ({found}).</translation>
    </message>
    <message>
        <source>The mitigation stands in a row without a risk; it goes to the risk above (“{found}”).</source>
        <translation>La mesure est dans une ligne sans risque&#x202f;; elle va au risque au-dessus («&#xa0;{found}&#xa0;»).</translation>
    </message>
    <message>
        <source>The response “{found}” has no counterpart; it is in the note.</source>
        <translation>La réponse «&#xa0;{found}&#xa0;» n’a pas d’équivalent&#x202f;; elle est dans la note.</translation>
    </message>
    <message>
        <source>The row is hidden in the file; it comes in (“{found}”).</source>
        <translation>La ligne est masquée dans le fichier&#x202f;; elle est importée («&#xa0;{found}&#xa0;»).</translation>
    </message>
    <message>
        <source>The row of “{found}” is missing in this workbook, which changes nothing.</source>
        <translation>La ligne de «&#xa0;{found}&#xa0;» manque dans ce classeur&#x202f;; rien n’en est modifié.</translation>
    </message>
    <message>
        <source>The same risks as in another table, which tells more of them.</source>
        <translation>Les mêmes risques que dans un autre tableau, qui en dit plus.</translation>
    </message>
    <message>
        <source>The scale of the register was changed since this level was sent (“{found}”); it does not come in.</source>
        <translation>L’échelle du registre a été modifiée depuis l’envoi de ce degré («&#xa0;{found}&#xa0;»)&#x202f;; il n’est pas repris.</translation>
    </message>
    <message>
        <source>The sheet “{found}” is hidden in the file; it comes in.</source>
        <translation>La feuille «&#xa0;{found}&#xa0;» est masquée dans le fichier&#x202f;; elle est importée.</translation>
    </message>
    <message>
        <source>The status “{found}” has no counterpart; it is in the note.</source>
        <translation>L’état «&#xa0;{found}&#xa0;» n’a pas d’équivalent&#x202f;; il est dans la note.</translation>
    </message>
    <message>
        <source>There are no risks below “{found}”; no category is made of it.</source>
        <translation>Aucun risque ne figure sous «&#xa0;{found}&#xa0;»&#x202f;; aucune catégorie n’en est faite.</translation>
    </message>
    <message>
        <source>There are no risks in the file, but levels ({more}); take the scale into a new register?</source>
        <translation>Le fichier n’a pas de risques, mais des degrés ({more})&#x202f;; reprendre l’échelle dans un nouveau registre&#x202f;?</translation>
    </message>
    <message>
        <source>There are no risks in this table, but perhaps issues (“{found}”): is it to come in all the same?</source>
        <translation>Ce tableau n’a pas de risques, mais peut-être des problèmes («&#xa0;{found}&#xa0;»)&#xa0;: faut-il l’importer malgré tout&#x202f;?</translation>
    </message>
    <message>
        <source>There is no value in this cell ({found}); recalculate the file and save it if one is wanted.</source>
        <translation>Cette cellule n’a pas de valeur ({found})&#x202f;; recalculez le fichier et enregistrez-le s’il en faut une.</translation>
    </message>
    <message>
        <source>To whom are these risks escalated? The file only says “{found}”.</source>
        <translation>À qui ces risques sont-ils remontés&#x202f;? Le fichier dit seulement «&#xa0;{found}&#xa0;».</translation>
    </message>
    <message>
        <source>What this answers (“{found}”) is no longer in the register; it does not come in.</source>
        <translation>Ce à quoi cette cellule répond («&#xa0;{found}&#xa0;») n’est plus dans le registre&#x202f;; la réponse n’est pas reprise.</translation>
    </message>
    <message>
        <source>Which day is T0 (“{found}”)?</source>
        <translation>Quel jour est T0 («&#xa0;{found}&#xa0;»)&#x202f;?</translation>
    </message>
    <message>
        <source>Which percentages belong to which level (“{found}”)? Without an answer, those of the file count; where it gives none, the level stays empty.</source>
        <translation>Quels pourcentages correspondent à quel degré («&#xa0;{found}&#xa0;»)&#x202f;? Sans réponse, ceux du fichier s’appliquent&#x202f;; s’il n’en donne pas, le degré reste vide.</translation>
    </message>
    <message>
        <source>a category without risks</source>
        <translation>une catégorie sans risques</translation>
    </message>
    <message>
        <source>a comment on a cell</source>
        <translation>un commentaire sur une cellule</translation>
    </message>
    <message>
        <source>a footnote of something other than a risk</source>
        <translation>une note de bas de page qui ne porte pas sur un risque</translation>
    </message>
    <message>
        <source>a line before a table inside a cell</source>
        <translation>une ligne avant un tableau dans une cellule</translation>
    </message>
    <message>
        <source>a list of levels, read as the scale</source>
        <translation>une liste de degrés, lue comme l’échelle</translation>
    </message>
    <message>
        <source>a list without levels or mitigations, beside a register that has them</source>
        <translation>une liste sans degrés ni mesures, à côté d’un registre qui en a</translation>
    </message>
    <message>
        <source>a mitigation of something that is no risk in the register</source>
        <translation>une mesure pour ce qui n’est pas un risque du registre</translation>
    </message>
    <message>
        <source>a placeholder, no risk</source>
        <translation>un texte à remplacer, pas un risque</translation>
    </message>
    <message>
        <source>a remark, no risk</source>
        <translation>une remarque, pas un risque</translation>
    </message>
    <message>
        <source>a risk matrix</source>
        <translation>une matrice des risques</translation>
    </message>
    <message>
        <source>a row of explanations or allowed values</source>
        <translation>une ligne d’explications ou de valeurs permises</translation>
    </message>
    <message>
        <source>a row that is prepared and not filled in</source>
        <translation>une ligne préparée et non remplie</translation>
    </message>
    <message>
        <source>a word for “nothing”</source>
        <translation>un mot pour «&#xa0;rien&#xa0;»</translation>
    </message>
    <message>
        <source>an error value</source>
        <translation>une valeur d’erreur</translation>
    </message>
    <message>
        <source>an item of another type than risk</source>
        <translation>un élément d’un autre type que risque</translation>
    </message>
    <message>
        <source>another table, no risks</source>
        <translation>un autre tableau, sans risques</translation>
    </message>
    <message>
        <source>examples or instructions</source>
        <translation>des exemples ou des instructions</translation>
    </message>
    <message>
        <source>heads of columns</source>
        <translation>des en-têtes de colonnes</translation>
    </message>
    <message>
        <source>left out as you chose</source>
        <translation>laissé de côté selon votre choix</translation>
    </message>
    <message>
        <source>no place for it in the register</source>
        <translation>sans place dans le registre</translation>
    </message>
    <message>
        <source>says that nothing is escalated</source>
        <translation>dit que rien n’est remonté</translation>
    </message>
    <message>
        <source>scores, which follow from the levels</source>
        <translation>des scores, qui découlent des degrés</translation>
    </message>
    <message>
        <source>signatures or other words below the table</source>
        <translation>des signatures ou d’autres mots sous le tableau</translation>
    </message>
    <message>
        <source>text in a header, a footer or a drawing</source>
        <translation>du texte d’un en-tête, d’un pied de page ou d’un dessin</translation>
    </message>
    <message>
        <source>text outside the register</source>
        <translation>du texte hors du registre</translation>
    </message>
    <message>
        <source>the heads again</source>
        <translation>les en-têtes répétés</translation>
    </message>
    <message>
        <source>totals</source>
        <translation>des totaux</translation>
    </message>
    <message>
        <source>what another table tells of the same risks</source>
        <translation>ce qu’un autre tableau dit des mêmes risques</translation>
    </message>
    <message>
        <source>words above the register</source>
        <translation>des mots au-dessus du registre</translation>
    </message>
    <message>
        <source>{more}: this cell is locked for owners; it was emptied, which changes nothing.</source>
        <translation>{more}&#xa0;: cette cellule est verrouillée pour les responsables&#x202f;; elle a été vidée, ce qui ne change rien.</translation>
    </message>
    <message>
        <source>{more}: this cell is locked for owners; “{found}”, which was written there, does not come in.</source>
        <translation>{more}&#xa0;: cette cellule est verrouillée pour les responsables&#x202f;; «&#xa0;{found}&#xa0;», qui y a été écrit, n’est pas repris.</translation>
    </message>
    <message>
        <source>“{found}” does not fit the levels in its row ({more}); the levels count.</source>
        <translation>«&#xa0;{found}&#xa0;» ne s’accorde pas avec les degrés de sa ligne ({more})&#x202f;; les degrés l’emportent.</translation>
    </message>
    <message>
        <source>“{found}” goes on with the category before; both are joined.</source>
        <translation>«&#xa0;{found}&#xa0;» poursuit la catégorie précédente&#x202f;; les deux sont réunies.</translation>
    </message>
    <message>
        <source>“{found}” is hidden in the file; it comes in.</source>
        <translation>«&#xa0;{found}&#xa0;» est masqué dans le fichier&#x202f;; ce texte est repris.</translation>
    </message>
    <message>
        <source>“{found}” is no date; it is in the note.</source>
        <translation>«&#xa0;{found}&#xa0;» n’est pas une date&#x202f;; le texte est dans la note.</translation>
    </message>
    <message>
        <source>“{found}” is no level of the scale; the level stays empty, the word is in the note.</source>
        <translation>«&#xa0;{found}&#xa0;» n’est pas un degré de l’échelle&#x202f;; le degré reste vide, le mot est dans la note.</translation>
    </message>
    <message>
        <source>“{found}” is no value of “{more}”; the field stays empty.</source>
        <translation>«&#xa0;{found}&#xa0;» n’est pas une valeur de «&#xa0;{more}&#xa0;»&#x202f;; le champ reste vide.</translation>
    </message>
    <message>
        <source>“{found}” is nothing that can stand in this column; it does not come in.</source>
        <translation>«&#xa0;{found}&#xa0;» ne peut figurer dans cette colonne&#x202f;; cette valeur n’est pas reprise.</translation>
    </message>
    <message>
        <source>“{found}” is struck through in the file; it comes in.</source>
        <translation>«&#xa0;{found}&#xa0;» est barré dans le fichier&#x202f;; ce texte est repris.</translation>
    </message>
    <message>
        <source>“{found}” is taken for the day {more}.</source>
        <translation>«&#xa0;{found}&#xa0;» est pris pour le jour {more}.</translation>
    </message>
    <message>
        <source>“{found}” seems to be several categories; it comes in as one.</source>
        <translation>«&#xa0;{found}&#xa0;» semble être plusieurs catégories&#x202f;; une seule en est faite.</translation>
    </message>
    <message>
        <source>“{found}” was deleted while changes were tracked; it stays out.</source>
        <translation>«&#xa0;{found}&#xa0;» a été supprimé en suivi des modifications&#x202f;; ce texte n’est pas importé.</translation>
    </message>
    <message>
        <source>“{found}” was inserted while changes were tracked; it comes in.</source>
        <translation>«&#xa0;{found}&#xa0;» a été inséré en suivi des modifications&#x202f;; ce texte est importé.</translation>
    </message>
</context>
<context>
    <name>ImportAnswer</name>
    <message>
        <source>Day first</source>
        <translation>Le jour</translation>
    </message>
    <message>
        <source>MS-DOS (cp850)</source>
        <translation>MS-DOS (cp850)</translation>
    </message>
    <message>
        <source>Macintosh (Mac Roman)</source>
        <translation>Macintosh (Mac Roman)</translation>
    </message>
    <message>
        <source>Month first</source>
        <translation>Le mois</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Windows (cp1252)</source>
        <translation>Windows (cp1252)</translation>
    </message>
    <message>
        <source>Windows, Central European (cp1250)</source>
        <translation>Windows, Europe centrale (cp1250)</translation>
    </message>
    <message>
        <source>Windows, Cyrillic (cp1251)</source>
        <translation>Windows, cyrillique (cp1251)</translation>
    </message>
    <message>
        <source>Windows, Greek (cp1253)</source>
        <translation>Windows, grec (cp1253)</translation>
    </message>
    <message>
        <source>Windows, Turkish (cp1254)</source>
        <translation>Windows, turc (cp1254)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%Ln place(s) left out</source>
        <translation>
            <numerusform>%Ln endroit laissé de côté</numerusform>
            <numerusform>%Ln endroits laissés de côté</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s)</source>
        <translation>
            <numerusform>%Ln question</numerusform>
            <numerusform>%Ln questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln avertissement</numerusform>
            <numerusform>%Ln avertissements</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>A new register</source>
        <translation>Un nouveau registre</translation>
    </message>
    <message>
        <source>Compare with “{register}”</source>
        <translation>Comparer avec «&#xa0;{register}&#xa0;»</translation>
    </message>
    <message>
        <source>Goes i&amp;nto:</source>
        <translation>&amp;Destination&#xa0;:</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>Importer {file}</translation>
    </message>
    <message>
        <source>Reading again…</source>
        <translation>Nouvelle lecture…</translation>
    </message>
    <message>
        <source>The register is no longer there; what is in the file becomes a new one.</source>
        <translation>Le registre n’existe plus&#x202f;; le contenu du fichier devient un nouveau registre.</translation>
    </message>
</context>
<context>
    <name>ImportField</name>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Effect, kept in the note</source>
        <translation>Effet, gardé dans la note</translation>
    </message>
    <message>
        <source>Existing control</source>
        <translation>Moyen de maîtrise existant</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Laisser de côté</translation>
    </message>
    <message>
        <source>Level, marked by an X</source>
        <translation>Degré, marqué d’un X</translation>
    </message>
    <message>
        <source>Mitigation</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Per cent, kept in the note</source>
        <translation>Pourcentage, gardé dans la note</translation>
    </message>
    <message>
        <source>Proximity, kept in the note</source>
        <translation>Horizon, gardé dans la note</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risque</translation>
    </message>
    <message>
        <source>Risk that is answered</source>
        <translation>Risque auquel la mesure répond</translation>
    </message>
    <message>
        <source>Score, worked out again</source>
        <translation>Score, calculé à nouveau</translation>
    </message>
    <message>
        <source>Two levels, such as 3 x 4</source>
        <translation>Deux degrés, par exemple 3 x 4</translation>
    </message>
    <message>
        <source>Type, such as risk or issue</source>
        <translation>Type, tel que risque ou problème</translation>
    </message>
</context>
<context>
    <name>ImportKind</name>
    <message>
        <source>All that Riskdesk reads</source>
        <translation>Tous les formats lus par Riskdesk</translation>
    </message>
    <message>
        <source>Registers of Riskdesk</source>
        <translation>Registres de Riskdesk</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Web pages</source>
        <translation>Pages web</translation>
    </message>
    <message>
        <source>Word documents</source>
        <translation>Documents Word</translation>
    </message>
    <message>
        <source>Workbooks</source>
        <translation>Classeurs</translation>
    </message>
</context>
<context>
    <name>ImportLevelsPage</name>
    <message>
        <source>&amp;Scale:</source>
        <translation>Éc&amp;helle&#xa0;:</translation>
    </message>
    <message>
        <source>Choose what each level of the file becomes.</source>
        <translation>Choisissez ce que devient chaque degré du fichier.</translation>
    </message>
    <message>
        <source>Every level comes in as it is, from low to high:</source>
        <translation>Chaque degré est repris tel quel, du plus bas au plus haut&#xa0;:</translation>
    </message>
    <message>
        <source>That of the register: {name} ({sizes})</source>
        <translation>Celle du registre&#xa0;: {name} ({sizes})</translation>
    </message>
    <message>
        <source>The file has no levels.</source>
        <translation>Le fichier n’a pas de degrés.</translation>
    </message>
    <message>
        <source>{name} ({sizes})</source>
        <translation>{name} ({sizes})</translation>
    </message>
</context>
<context>
    <name>ImportTable</name>
    <message>
        <source>Leave out</source>
        <translation>Laisser de côté</translation>
    </message>
    <message>
        <source>Mitigations</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>More about the risks</source>
        <translation>Précisions sur les risques</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registre</translation>
    </message>
</context>
<context>
    <name>ImportTask</name>
    <message>
        <source>Reading {file}…</source>
        <translation>Lecture du fichier {file}…</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message numerus="yes">
        <source>%Ln item(s) selected</source>
        <translation>
            <numerusform>%Ln élément sélectionné</numerusform>
            <numerusform>%Ln éléments sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a risk, mitigation, category or entry, or the title of the register, to see it here.</source>
        <translation>Choisissez un risque, une mesure, une catégorie ou une ligne, ou le titre du registre, pour le voir ici.</translation>
    </message>
    <message>
        <source>Choose a single one to see its fields.</source>
        <translation>Choisissez un seul élément pour en voir les champs.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Pas encore enregistré.</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Rien n’est ouvert.</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Rien n’est sélectionné.</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message numerus="yes">
        <source>%Ln page(s) printed</source>
        <translation>
            <numerusform>%Ln page imprimée</numerusform>
            <numerusform>%Ln pages imprimées</numerusform>
        </translation>
    </message>
    <message>
        <source>Printing page {page} of {pages}…</source>
        <translation>Impression de la page {page} sur {pages}…</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Impression…</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Add it to the selection, or take it out</source>
        <translation>L’ajouter à la sélection ou l’en retirer</translation>
    </message>
    <message>
        <source>At its end: join the bullet below to it</source>
        <translation>À la fin&#xa0;: lui réunir la puce du dessous</translation>
    </message>
    <message>
        <source>At its ends: go on to the text before or after it</source>
        <translation>À ses extrémités&#xa0;: passer au texte précédent ou suivant</translation>
    </message>
    <message>
        <source>At its start: join it to the bullet above</source>
        <translation>Au début&#xa0;: le réunir à la puce du dessus</translation>
    </message>
    <message>
        <source>Begin a new line within it</source>
        <translation>Aller à la ligne dans le texte</translation>
    </message>
    <message>
        <source>Choose a level</source>
        <translation>Choisir un degré</translation>
    </message>
    <message>
        <source>Choose both for the residual risk</source>
        <translation>Choisir les deux pour le risque résiduel</translation>
    </message>
    <message>
        <source>Choose likelihood, then impact</source>
        <translation>Choisir la probabilité, puis l’impact</translation>
    </message>
    <message>
        <source>Choose the cell that the arrows led to</source>
        <translation>Choisir la case où mènent les flèches</translation>
    </message>
    <message>
        <source>Clear a level</source>
        <translation>Retirer un degré</translation>
    </message>
    <message>
        <source>Clear its assessment</source>
        <translation>Retirer son évaluation</translation>
    </message>
    <message>
        <source>Clear the assessment</source>
        <translation>Effacer l’évaluation</translation>
    </message>
    <message>
        <source>End a field and keep what was typed</source>
        <translation>Terminer un champ et conserver la saisie</translation>
    </message>
    <message>
        <source>End a longer text</source>
        <translation>Terminer un texte plus long</translation>
    </message>
    <message>
        <source>End it and begin the next one; within the text, split it</source>
        <translation>Le terminer et commencer le suivant&#x202f;; au milieu du texte, le couper en deux</translation>
    </message>
    <message>
        <source>End it and keep the text</source>
        <translation>Le terminer et conserver le texte</translation>
    </message>
    <message>
        <source>Fold a group, unfold it</source>
        <translation>Replier un groupe, le déplier</translation>
    </message>
    <message>
        <source>Go back to the risk before</source>
        <translation>Revenir au risque précédent</translation>
    </message>
    <message>
        <source>Go from chip to chip, and from cell to cell</source>
        <translation>Passer d’une étiquette à l’autre et d’une case à l’autre</translation>
    </message>
    <message>
        <source>Go on to a text a page away</source>
        <translation>Passer à un texte une page plus loin</translation>
    </message>
    <message>
        <source>Go on to the text above or below</source>
        <translation>Passer au texte du dessus ou du dessous</translation>
    </message>
    <message>
        <source>Go to the column on the left or right</source>
        <translation>Aller à la colonne de gauche ou de droite</translation>
    </message>
    <message>
        <source>Go to the first or the last</source>
        <translation>Aller au premier ou au dernier élément</translation>
    </message>
    <message>
        <source>Go to the next cell, past the chips</source>
        <translation>Passer à la case suivante, par-dessus les étiquettes</translation>
    </message>
    <message>
        <source>Go to the next risk</source>
        <translation>Passer au risque suivant</translation>
    </message>
    <message>
        <source>Go to the other column</source>
        <translation>Passer à l’autre colonne</translation>
    </message>
    <message>
        <source>Go to the other matrix, then to the fields</source>
        <translation>Passer à l’autre matrice, puis aux champs</translation>
    </message>
    <message>
        <source>Go to the start of a text</source>
        <translation>Aller au début d’un texte</translation>
    </message>
    <message>
        <source>Go to what is above or below</source>
        <translation>Aller à l’élément du dessus ou du dessous</translation>
    </message>
    <message>
        <source>In assessing mode</source>
        <translation>En mode d’évaluation</translation>
    </message>
    <message>
        <source>In the fields of the inspector</source>
        <translation>Dans les champs de l’inspecteur</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>Dans la liste</translation>
    </message>
    <message>
        <source>In the list of what is missing or due</source>
        <translation>Dans les lacunes et échéances</translation>
    </message>
    <message>
        <source>In the matrix</source>
        <translation>Dans la matrice</translation>
    </message>
    <message>
        <source>Keep what was typed, and go on to the next cell</source>
        <translation>Conserver la saisie et passer à la cellule suivante</translation>
    </message>
    <message>
        <source>Keep what was typed, and leave the cell</source>
        <translation>Conserver la saisie et quitter la cellule</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Move it by a level, with all that is selected</source>
        <translation>Le déplacer d’un degré, avec toute la sélection</translation>
    </message>
    <message>
        <source>Move the border</source>
        <translation>Déplacer la bordure</translation>
    </message>
    <message>
        <source>On the border between two parts of a window, where Tab leads</source>
        <translation>Sur la bordure entre deux parties d’une fenêtre, où mène Tab</translation>
    </message>
    <message>
        <source>Open a kind, close it</source>
        <translation>Ouvrir un type, le fermer</translation>
    </message>
    <message>
        <source>Open a kind, or go to the field that is empty</source>
        <translation>Ouvrir un type, ou aller au champ vide</translation>
    </message>
    <message>
        <source>Open a list or a calendar</source>
        <translation>Ouvrir une liste ou un calendrier</translation>
    </message>
    <message>
        <source>Open a risk, or list the risks of a cell</source>
        <translation>Ouvrir un risque, ou afficher ceux d’une case dans la liste</translation>
    </message>
    <message>
        <source>Open the menu of what is selected, here and elsewhere</source>
        <translation>Ouvrir le menu de la sélection, ici et ailleurs</translation>
    </message>
    <message>
        <source>Select more</source>
        <translation>Étendre la sélection</translation>
    </message>
    <message>
        <source>Select the entry around it, then the category</source>
        <translation>Sélectionner la ligne qui l’entoure, puis la catégorie</translation>
    </message>
    <message>
        <source>Select what the keyboard is on</source>
        <translation>Sélectionner l’élément actif</translation>
    </message>
    <message>
        <source>Turn to the other assessment</source>
        <translation>Passer à l’autre évaluation</translation>
    </message>
    <message>
        <source>While a risk is assessed beside a view</source>
        <translation>Pendant l’évaluation d’un risque à côté d’une vue</translation>
    </message>
    <message>
        <source>While a text is written on the sheet</source>
        <translation>Pendant la saisie d’un texte sur la feuille</translation>
    </message>
    <message>
        <source>While something is selected on the sheet</source>
        <translation>Quand un élément est sélectionné sur la feuille</translation>
    </message>
    <message>
        <source>Write a space at which no line ends, in any field</source>
        <translation>Écrire une espace insécable, dans tout champ</translation>
    </message>
    <message>
        <source>Write in a cell, or fold a group</source>
        <translation>Écrire dans une cellule, ou replier un groupe</translation>
    </message>
    <message>
        <source>Write its text</source>
        <translation>Modifier son texte</translation>
    </message>
</context>
<context>
    <name>LeaveQuestions</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close without saving it? It cannot be kept for next time either: stay, and copy it first.</source>
        <translation>Fermer sans enregistrer ce texte&#x202f;? Il ne peut pas non plus être conservé pour la prochaine fois&#xa0;: restez, et copiez-le d’abord.</translation>
    </message>
    <message>
        <source>Close without saving it? You will be offered this text next time you open the file.</source>
        <translation>Fermer sans enregistrer ce texte&#x202f;? Il vous sera proposé à la prochaine ouverture du fichier.</translation>
    </message>
    <message>
        <source>Close without saving it? You will be offered this text when the file that was there before is opened again. If it will not be, stay, and copy the text first.</source>
        <translation>Fermer sans enregistrer ce texte&#x202f;? Il vous sera proposé quand le fichier qui était là auparavant sera rouvert. S’il ne doit pas l’être, restez, et copiez d’abord le texte.</translation>
    </message>
    <message>
        <source>If the file does not come back, what was changed since the last backup is lost. Close without saving it?</source>
        <translation>Si le fichier ne revient pas, ce qui a été modifié depuis la dernière sauvegarde est perdu. Fermer sans l’enregistrer&#x202f;?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>This text is not saved:</source>
        <translation>Ce texte n’est pas enregistré&#xa0;:</translation>
    </message>
</context>
<context>
    <name>LevelNumber</name>
    <message>
        <source>Insert a level after this one</source>
        <translation>Insérer un degré après celui-ci</translation>
    </message>
    <message>
        <source>Insert a level before this one</source>
        <translation>Insérer un degré avant celui-ci</translation>
    </message>
    <message>
        <source>Level {number}: insert or remove</source>
        <translation>Degré {number}&#xa0;: insérer ou supprimer</translation>
    </message>
    <message>
        <source>Remove this level</source>
        <translation>Supprimer ce degré</translation>
    </message>
</context>
<context>
    <name>LevelsPage</name>
    <message>
        <source>Definition</source>
        <translation>Définition</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Level {number}: definition in English</source>
        <translation>Degré {number}&#xa0;: définition en anglais</translation>
    </message>
    <message>
        <source>Level {number}: definition in French</source>
        <translation>Degré {number}&#xa0;: définition en français</translation>
    </message>
    <message>
        <source>Level {number}: name in English</source>
        <translation>Degré {number}&#xa0;: nom en anglais</translation>
    </message>
    <message>
        <source>Level {number}: name in French</source>
        <translation>Degré {number}&#xa0;: nom en français</translation>
    </message>
    <message>
        <source>Number of levels</source>
        <translation>Nombre de degrés</translation>
    </message>
    <message>
        <source>Number of levels:</source>
        <translation>Nombre de degrés&#xa0;:</translation>
    </message>
</context>
<context>
    <name>LineAnnouncer</name>
    <message numerus="yes">
        <source>%Ln item(s) selected</source>
        <translation>
            <numerusform>%Ln élément sélectionné</numerusform>
            <numerusform>%Ln éléments sélectionnés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkedText</name>
    <message>
        <source>{text}, link</source>
        <translation>{text}, lien</translation>
    </message>
</context>
<context>
    <name>List</name>
    <message>
        <source>Filtered by {filters}</source>
        <translation>Filtres&#xa0;: {filters}</translation>
    </message>
    <message>
        <source>No mitigation matches.</source>
        <translation>Aucune mesure ne correspond.</translation>
    </message>
    <message>
        <source>No mitigation yet. Add ▸ Add mitigation makes one.</source>
        <translation>Aucune mesure pour l’instant. Ajouter ▸ Ajouter une mesure en crée une.</translation>
    </message>
    <message>
        <source>No mitigation.</source>
        <translation>Aucune mesure.</translation>
    </message>
    <message>
        <source>No risk matches.</source>
        <translation>Aucun risque ne correspond.</translation>
    </message>
    <message>
        <source>No risk yet. Add ▸ Add risk makes one.</source>
        <translation>Aucun risque pour l’instant. Ajouter ▸ Ajouter un risque en crée un.</translation>
    </message>
    <message>
        <source>No risk.</source>
        <translation>Aucun risque.</translation>
    </message>
    <message>
        <source>Sorted as in the register</source>
        <translation>Ordre du registre</translation>
    </message>
    <message>
        <source>Sorted by {keys}</source>
        <translation>Tri&#xa0;: {keys}</translation>
    </message>
    <message>
        <source>{field}, ascending</source>
        <translation>{field}, ordre croissant</translation>
    </message>
    <message>
        <source>{field}, descending</source>
        <translation>{field}, ordre décroissant</translation>
    </message>
    <message>
        <source>{filter}: {values}</source>
        <translation>{filter}&#xa0;: {values}</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>«&#xa0;{text}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>ListBar</name>
    <message numerus="yes">
        <source>%Ln mitigation(s)</source>
        <translation>
            <numerusform>%Ln mesure</numerusform>
            <numerusform>%Ln mesures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s)</source>
        <translation>
            <numerusform>%Ln risque</numerusform>
            <numerusform>%Ln risques</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the text</source>
        <translation>Effacer le texte</translation>
    </message>
    <message>
        <source>Filter by text</source>
        <translation>Filtrer par texte</translation>
    </message>
    <message>
        <source>List: {rows}</source>
        <translation>Liste&#xa0;: {rows}</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %Ln mitigation(s)</source>
        <translation>
            <numerusform>{shown} sur %Ln mesure</numerusform>
            <numerusform>{shown} sur %Ln mesures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %Ln risk(s)</source>
        <translation>
            <numerusform>{shown} sur %Ln risque</numerusform>
            <numerusform>{shown} sur %Ln risques</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListMenus</name>
    <message>
        <source>&amp;Group by this</source>
        <translation>&amp;Grouper selon cette colonne</translation>
    </message>
    <message>
        <source>&amp;Hide column</source>
        <translation>&amp;Masquer la colonne</translation>
    </message>
    <message>
        <source>&amp;Narrower</source>
        <translation>Plus &amp;étroite</translation>
    </message>
    <message>
        <source>&amp;Sort by this</source>
        <translation>&amp;Trier selon cette colonne</translation>
    </message>
    <message>
        <source>&amp;This column ({field})</source>
        <translation>&amp;Cette colonne ({field})</translation>
    </message>
    <message>
        <source>&amp;Usual columns</source>
        <translation>Colonnes &amp;habituelles</translation>
    </message>
    <message>
        <source>&amp;Usual width</source>
        <translation>Largeur &amp;habituelle</translation>
    </message>
    <message>
        <source>&amp;Wider</source>
        <translation>Plus &amp;large</translation>
    </message>
    <message>
        <source>As in the &amp;register</source>
        <translation>Comme dans le &amp;registre</translation>
    </message>
    <message>
        <source>Move &amp;left</source>
        <translation>Déplacer à &amp;gauche</translation>
    </message>
    <message>
        <source>Move &amp;right</source>
        <translation>Déplacer à &amp;droite</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Sans groupes</translation>
    </message>
    <message>
        <source>Sort &amp;further by this</source>
        <translation>Trier en &amp;outre selon cette colonne</translation>
    </message>
    <message>
        <source>ascending</source>
        <translation>ordre croissant</translation>
    </message>
    <message>
        <source>descending</source>
        <translation>ordre décroissant</translation>
    </message>
    <message>
        <source>{field} ({number}, {way})</source>
        <translation>{field} ({number}, {way})</translation>
    </message>
</context>
<context>
    <name>ListModel</name>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}&#xa0;: {value}</translation>
    </message>
    <message>
        <source>{text}, not saved</source>
        <translation>{text}, non enregistré</translation>
    </message>
</context>
<context>
    <name>LookingBack</name>
    <message>
        <source>Looking back…</source>
        <translation>Recherche de l’état antérieur…</translation>
    </message>
</context>
<context>
    <name>LossQuestion</name>
    <message numerus="yes">
        <source>%Ln mitigation(s) become risks and lose: {fields}. Go on nevertheless?</source>
        <translation>
            <numerusform>%Ln mesure d’atténuation devient un risque et perd&#xa0;: {fields}. Continuer malgré tout&#x202f;?</numerusform>
            <numerusform>%Ln mesures d’atténuation deviennent des risques et perdent&#xa0;: {fields}. Continuer malgré tout&#x202f;?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s) become mitigations and lose: {fields}. Go on nevertheless?</source>
        <translation>
            <numerusform>%Ln risque devient une mesure d’atténuation et perd&#xa0;: {fields}. Continuer malgré tout&#x202f;?</numerusform>
            <numerusform>%Ln risques deviennent des mesures d’atténuation et perdent&#xa0;: {fields}. Continuer malgré tout&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Continuer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>{item} becomes a mitigation and loses its {fields}. Go on nevertheless?</source>
        <translation>{item} devient une mesure d’atténuation et perd&#xa0;: {fields}. Continuer malgré tout&#x202f;?</translation>
    </message>
    <message>
        <source>{item} becomes a risk and loses its {fields}. Go on nevertheless?</source>
        <translation>{item} devient un risque et perd&#xa0;: {fields}. Continuer malgré tout&#x202f;?</translation>
    </message>
    <message>
        <source>{item} becomes part of the bullet above it and loses its {fields}. Go on nevertheless?</source>
        <translation>{item} devient une partie de la puce du dessus et perd&#xa0;: {fields}. Continuer malgré tout&#x202f;?</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Add to m&amp;y words</source>
        <translation>&amp;Ajouter à mes mots</translation>
    </message>
    <message>
        <source>Add to the words of the re&amp;gister</source>
        <translation>Ajouter aux mots du re&amp;gistre</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Aucune suggestion</translation>
    </message>
</context>
<context>
    <name>MatrixGrid</name>
    <message>
        <source>Matrix of the register</source>
        <translation>Matrice du registre</translation>
    </message>
</context>
<context>
    <name>MatrixSpeech</name>
    <message numerus="yes">
        <source>%Ln more risk(s), Enter lists them</source>
        <translation>
            <numerusform>%Ln autre risque, Entrée l’affiche</numerusform>
            <numerusform>%Ln autres risques, Entrée les affiche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s)</source>
        <translation>
            <numerusform>%Ln risque</numerusform>
            <numerusform>%Ln risques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s), Enter lists them</source>
        <translation>
            <numerusform>%Ln risque, Entrée l’affiche</numerusform>
            <numerusform>%Ln risques, Entrée les affiche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected risk(s)</source>
        <translation>
            <numerusform>%Ln risque sélectionné</numerusform>
            <numerusform>%Ln risques sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>After mitigation: {levels}</source>
        <translation>Après les mesures&#xa0;: {levels}</translation>
    </message>
    <message>
        <source>above tolerance</source>
        <translation>au-dessus du seuil de tolérance</translation>
    </message>
    <message>
        <source>after mitigation</source>
        <translation>après les mesures</translation>
    </message>
    <message>
        <source>before mitigation</source>
        <translation>avant les mesures</translation>
    </message>
    <message>
        <source>no risks</source>
        <translation>aucun risque</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>sélectionné</translation>
    </message>
    <message>
        <source>{before} before and {after} after mitigation</source>
        <translation>{before} avant et {after} après les mesures</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
    <message>
        <source>{risks} moved</source>
        <translation>{risks}&#xa0;: déplacement effectué</translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>Matrix</source>
        <translation>Matrice</translation>
    </message>
</context>
<context>
    <name>MatrixTools</name>
    <message>
        <source>Arrows from the inherent to the residual assessment</source>
        <translation>Flèches du risque inhérent au risque résiduel</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Les deux</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>Copier comme image</translation>
    </message>
    <message>
        <source>Inherent</source>
        <translation>Inhérent</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>Print the matrix…</source>
        <translation>Imprimer la matrice…</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Résiduel</translation>
    </message>
    <message>
        <source>Risks as assessed after mitigation</source>
        <translation>Risques tels qu’évalués après les mesures</translation>
    </message>
    <message>
        <source>Risks as assessed before mitigation</source>
        <translation>Risques tels qu’évalués avant les mesures</translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation>Enregistrer comme image…</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>With closed and rejected risks</source>
        <translation>Avec les risques clos ou rejetés</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>MendDialog</name>
    <message>
        <source>&amp;For:</source>
        <translation>&amp;Pour&#xa0;:</translation>
    </message>
    <message>
        <source>Nothing is given here yet.</source>
        <translation>Rien n’est encore indiqué ici.</translation>
    </message>
    <message numerus="yes">
        <source>Set for %Ln item(s)</source>
        <translation>
            <numerusform>Définir pour %Ln élément</numerusform>
            <numerusform>Définir pour %Ln éléments</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%Ln value(s) were changed in both: your value is kept unless you tick the copy&apos;s.</source>
        <translation>
            <numerusform>%Ln valeur a été modifiée des deux côtés&#xa0;: la vôtre est conservée, sauf si vous cochez celle de la copie.</numerusform>
            <numerusform>%Ln valeurs ont été modifiées des deux côtés&#xa0;: les vôtres sont conservées, sauf là où vous cochez celle de la copie.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Keep all of mine</source>
        <translation>&amp;Garder toutes les miennes</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Fusionner</translation>
    </message>
    <message>
        <source>&amp;Take all from the copy</source>
        <translation>&amp;Prendre toutes celles de la copie</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Changed in both</source>
        <translation>Modifié des deux côtés</translation>
    </message>
    <message>
        <source>Changes made in {file} since the two files were identical. They are merged as one step.</source>
        <translation>Modifications apportées dans {file} depuis que les deux fichiers étaient identiques. Elles sont intégrées en une seule étape.</translation>
    </message>
    <message>
        <source>Changes to merge</source>
        <translation>Modifications à intégrer</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparaison…</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Ici</translation>
    </message>
    <message>
        <source>In the copy</source>
        <translation>Dans la copie</translation>
    </message>
    <message>
        <source>Merge a copy</source>
        <translation>Fusionner une copie</translation>
    </message>
    <message>
        <source>No changes to merge.</source>
        <translation>Aucune modification à intégrer.</translation>
    </message>
</context>
<context>
    <name>Missing</name>
    <message>
        <source>Some characters cannot be printed:</source>
        <translation>Certains caractères ne peuvent pas être imprimés&#xa0;:</translation>
    </message>
</context>
<context>
    <name>MissingFile</name>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Conserver</translation>
    </message>
    <message>
        <source>&amp;Take it off</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>All its backups are damaged.</source>
        <translation>Toutes ses sauvegardes sont endommagées.</translation>
    </message>
    <message>
        <source>Begin with an &amp;empty file</source>
        <translation>Commencer avec un fichier &amp;vide</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Its last backup on this computer was made on {time}.</source>
        <translation>Sa dernière sauvegarde sur cet ordinateur date du {time}.</translation>
    </message>
    <message>
        <source>Open the newest &amp;backup…</source>
        <translation>Ouvrir la dernière &amp;sauvegarde…</translation>
    </message>
    <message>
        <source>Open the newest backup</source>
        <translation>Ouvrir la dernière sauvegarde</translation>
    </message>
    <message>
        <source>Restore the newest &amp;backup</source>
        <translation>Restaurer la dernière &amp;sauvegarde</translation>
    </message>
    <message>
        <source>Take it off the &amp;recent files</source>
        <translation>Retirer des fichiers &amp;récents</translation>
    </message>
    <message>
        <source>Take it off the list of recent files?</source>
        <translation>Le retirer de la liste des fichiers récents&#xa0;?</translation>
    </message>
    <message>
        <source>Your own register file is not there: it was moved or deleted.</source>
        <translation>Votre propre fichier de registres est introuvable&#xa0;: il a été déplacé ou supprimé.</translation>
    </message>
    <message>
        <source>{file} is not there: it was moved or deleted, or the drive it lies on is not connected.</source>
        <translation>{file} est introuvable&#xa0;: ce fichier a été déplacé ou supprimé, ou son lecteur n’est pas connecté.</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom&#xa0;:</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>NewRegisterDialog</name>
    <message>
        <source>&amp;Language of the register:</source>
        <translation>&amp;Langue du registre&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Reference:</source>
        <translation>&amp;Référence&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Titre&#xa0;:</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>New register</source>
        <translation>Nouveau registre</translation>
    </message>
    <message>
        <source>Te&amp;mplate:</source>
        <translation>&amp;Modèle&#xa0;:</translation>
    </message>
    <message>
        <source>such as the name of the programme</source>
        <translation>par exemple le nom du programme</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss the notice</source>
        <translation>Fermer la notification</translation>
    </message>
    <message>
        <source>Dismiss the notice (Esc)</source>
        <translation>Fermer la notification (Échap)</translation>
    </message>
</context>
<context>
    <name>NoticeList</name>
    <message>
        <source>Notices</source>
        <translation>Notifications</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Redone: {action}</source>
        <translation>Rétabli&#xa0;: {action}</translation>
    </message>
    <message>
        <source>Something else was done since</source>
        <translation>Une autre opération a eu lieu depuis</translation>
    </message>
    <message>
        <source>Typed while you waited, and written nowhere: “{text}”</source>
        <translation>Saisi pendant l’attente et inscrit nulle part&#xa0;: «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undone: {action}</source>
        <translation>Annulé&#xa0;: {action}</translation>
    </message>
    <message>
        <source>{key} leads to the notice</source>
        <translation>{key} donne accès à la notification</translation>
    </message>
</context>
<context>
    <name>NoticesButton</name>
    <message>
        <source>Notices</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>What was done last</source>
        <translation>Dernières opérations</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Edit {file} here instead of on {host}? Do this only if nobody is still using it there. Nothing is lost, but you may both be asked which version to keep.</source>
        <translation>Prendre la main sur {file}, ouvert sur {host}&#x202f;? Ne le faites que si personne n’y travaille plus. Rien n’est perdu, mais chacun de vous devra peut-être choisir la version à conserver.</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Ouvrir une copie</translation>
    </message>
    <message>
        <source>Open a copy…</source>
        <translation>Ouvrir une copie…</translation>
    </message>
    <message>
        <source>Open to read</source>
        <translation>Ouvrir en lecture seule</translation>
    </message>
    <message>
        <source>Opening {file}…</source>
        <translation>Ouverture du fichier {file}…</translation>
    </message>
    <message>
        <source>Read-only: Riskdesk cannot create files in this folder. Check the folder and the length of the file&apos;s name, or save it with “Send a copy…” in the File menu, and work in the copy.</source>
        <translation>Lecture seule&#xa0;: Riskdesk ne peut pas créer de fichiers dans ce dossier. Vérifiez le dossier et la longueur du nom du fichier, ou enregistrez-le par «&#xa0;Envoyer une copie…&#xa0;» dans le menu Fichier et travaillez dans la copie.</translation>
    </message>
    <message>
        <source>Read-only: this file has other names, too (hard links). Copy it, and work in the copy.</source>
        <translation>Lecture seule&#xa0;: ce fichier porte aussi d’autres noms (liens physiques). Copiez-le et travaillez dans la copie.</translation>
    </message>
    <message>
        <source>Read-only: this file is open on {host}.</source>
        <translation>Lecture seule&#xa0;: ce fichier est ouvert sur {host}.</translation>
    </message>
    <message>
        <source>Read-only: this file may not be written to, or is a temporary one, as is usual with attachments of mails. Save it with “Send a copy…” in the File menu, and work in the copy.</source>
        <translation>Lecture seule&#xa0;: il n’est pas permis d’écrire dans ce fichier, ou il est temporaire, comme c’est l’usage pour les pièces jointes des courriels. Enregistrez-le par «&#xa0;Envoyer une copie…&#xa0;» dans le menu Fichier, puis travaillez dans la copie.</translation>
    </message>
    <message>
        <source>Read-only: this file was taken over on {host}. Text that was not saved yet is kept, and offered when the file can be edited here again.</source>
        <translation>Lecture seule&#xa0;: quelqu’un a pris la main sur ce fichier depuis {host}. Le texte qui n’était pas encore enregistré est conservé et vous sera proposé quand le fichier pourra de nouveau être modifié ici.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Prendre la main</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>Prendre la main…</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>un autre ordinateur</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>cet ordinateur</translation>
    </message>
    <message>
        <source>{file} is open on {host} since {time} (process {pid}).</source>
        <translation>{file} est ouvert sur {host} depuis le {time} (processus {pid}).</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Digits choose a level, Delete clears it.</source>
        <translation>Un chiffre choisit le degré, Suppr l’efface.</translation>
    </message>
</context>
<context>
    <name>Outlet</name>
    <message>
        <source>Pictures in dots (*.png)</source>
        <translation>Images en points (*.png)</translation>
    </message>
    <message>
        <source>Pictures in lines (*.svg)</source>
        <translation>Images en traits (*.svg)</translation>
    </message>
    <message>
        <source>Save as picture</source>
        <translation>Enregistrer comme image</translation>
    </message>
    <message>
        <source>The matrix was copied as a picture</source>
        <translation>La matrice a été copiée comme image</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>&amp;Copy as a table</source>
        <translation>&amp;Copier sous forme de tableau</translation>
    </message>
    <message>
        <source>&amp;Export this list…</source>
        <translation>&amp;Exporter cette liste…</translation>
    </message>
    <message>
        <source>&amp;Print this list…</source>
        <translation>&amp;Imprimer cette liste…</translation>
    </message>
</context>
<context>
    <name>OwnersModel</name>
    <message numerus="yes">
        <source>%Ln mitigation(s)</source>
        <translation>
            <numerusform>%Ln mesure</numerusform>
            <numerusform>%Ln mesures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s)</source>
        <translation>
            <numerusform>%Ln risque</numerusform>
            <numerusform>%Ln risques</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageTools</name>
    <message>
        <source>Fit to the page</source>
        <translation>Ajuster à la page</translation>
    </message>
    <message>
        <source>Fit to the width</source>
        <translation>Ajuster à la largeur</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>sur {count}</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>How it begins</source>
        <translation>Début du texte</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Laissé de côté</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Degrés</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Endroit</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Preview, page {number} of {count}</source>
        <translation>Aperçu, page {number} sur {count}</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avertissements</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Raison</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln résultat</numerusform>
            <numerusform>%Ln résultats</numerusform>
        </translation>
    </message>
    <message>
        <source>&gt; commands   @ owners   # references</source>
        <translation>&gt; commandes   @ responsables   # références</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>Accès rapide</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>There is no register yet: only commands are found</source>
        <translation>Il n’y a pas encore de registre&#xa0;: seules les commandes sont proposées</translation>
    </message>
    <message>
        <source>Type words of a risk, a register or a command</source>
        <translation>Mots d’un risque, d’un registre ou d’une commande</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
</context>
<context>
    <name>PaletteController</name>
    <message>
        <source>open now</source>
        <translation>ouvert</translation>
    </message>
</context>
<context>
    <name>PanelRowDelegate</name>
    <message>
        <source>Title of {item}</source>
        <translation>Titre&#xa0;: {item}</translation>
    </message>
</context>
<context>
    <name>PlacedList</name>
    <message>
        <source>All of it</source>
        <translation>Texte entier</translation>
    </message>
</context>
<context>
    <name>PlacesDialog</name>
    <message>
        <source>All backups</source>
        <translation>Toutes les sauvegardes</translation>
    </message>
    <message>
        <source>All of it lies on this computer or where you put it; nothing is sent.</source>
        <translation>Tout se trouve sur cet ordinateur, ou là où vous l’avez mis&#x202f;; rien n’est envoyé.</translation>
    </message>
    <message>
        <source>Backups of the open file</source>
        <translation>Sauvegardes du fichier ouvert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy: {place}</source>
        <translation>Copier&#xa0;: {place}</translation>
    </message>
    <message>
        <source>Log of errors</source>
        <translation>Journal des erreurs</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open folder: {place}</source>
        <translation>Ouvrir le dossier&#xa0;: {place}</translation>
    </message>
    <message>
        <source>Open register file</source>
        <translation>Fichier de registres ouvert</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Text not saved yet</source>
        <translation>Textes pas encore enregistrés</translation>
    </message>
    <message>
        <source>Where files lie</source>
        <translation>Emplacement des fichiers</translation>
    </message>
    <message>
        <source>Word template</source>
        <translation>Modèle Word</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>Vos mots</translation>
    </message>
    <message>
        <source>Your register file</source>
        <translation>Votre fichier de registres</translation>
    </message>
</context>
<context>
    <name>PlacesModel</name>
    <message>
        <source>(nothing is left)</source>
        <translation>(il ne reste rien)</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Élément</translation>
    </message>
</context>
<context>
    <name>PlacesStrip</name>
    <message>
        <source>Row {row}</source>
        <translation>Ligne {row}</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message numerus="yes">
        <source>, with %Ln mitigation(s)</source>
        <translation>
            <numerusform>, avec %Ln mesure</numerusform>
            <numerusform>, avec %Ln mesures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, without %Ln mitigation(s), which stay(s)</source>
        <translation>
            <numerusform>, sans %Ln mesure, qui reste</numerusform>
            <numerusform>, sans %Ln mesures, qui restent</numerusform>
        </translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>reste tel quel</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}&#xa0;: {before} → {after}</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Assessments</source>
        <translation>Évaluations</translation>
    </message>
    <message>
        <source>Choose a line to see where in the file it comes from.</source>
        <translation>Choisissez une ligne pour voir d’où elle vient dans le fichier.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>From the file: {place}</source>
        <translation>Dans le fichier&#xa0;: {place}</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Orientation</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Preparing pages…</source>
        <translation>Préparation des pages…</translation>
    </message>
    <message>
        <source>What will be created</source>
        <translation>Ce qui sera créé</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>&amp;Assessments:</source>
        <translation>É&amp;valuations&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Document:</source>
        <translation>&amp;Document&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Paper:</source>
        <translation>&amp;Papier&#xa0;:</translation>
    </message>
    <message>
        <source>Columns:</source>
        <translation>Colonnes&#xa0;:</translation>
    </message>
    <message>
        <source>O&amp;rientation:</source>
        <translation>O&amp;rientation&#xa0;:</translation>
    </message>
    <message>
        <source>Pages:</source>
        <translation>Pages&#xa0;:</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
</context>
<context>
    <name>PrintFields</name>
    <message>
        <source>Closed and rejected risks</source>
        <translation>Risques clos ou rejetés</translation>
    </message>
</context>
<context>
    <name>PrintSetDialog</name>
    <message>
        <source>Another one has this name.</source>
        <translation>Ce nom est déjà pris.</translation>
    </message>
    <message>
        <source>Rename print settings</source>
        <translation>Renommer des réglages d’impression</translation>
    </message>
    <message>
        <source>Save print settings</source>
        <translation>Enregistrer des réglages d’impression</translation>
    </message>
    <message>
        <source>such as the meeting it is for</source>
        <translation>par exemple la réunion concernée</translation>
    </message>
</context>
<context>
    <name>PrintSets</name>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Renommer…</translation>
    </message>
    <message>
        <source>&amp;Save print settings…</source>
        <translation>&amp;Enregistrer ces réglages…</translation>
    </message>
    <message>
        <source>Print settings</source>
        <translation>Réglages d’impression</translation>
    </message>
    <message>
        <source>Saved print settings</source>
        <translation>Réglages d’impression enregistrés</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Print: {document}</source>
        <translation>Imprimer&#xa0;: {document}</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>A name is needed here.</source>
        <translation>Un nom est nécessaire ici.</translation>
    </message>
    <message>
        <source>A program ended while it was writing to {file}; open the file again.</source>
        <translation>Un programme s’est arrêté pendant qu’il écrivait dans {file}&#x202f;; rouvrez ce fichier.</translation>
    </message>
    <message>
        <source>A register file holds {most} MB at most; send a copy without history, and go on working in that.</source>
        <translation>Un fichier de registres contient {most}&#xa0;Mo au plus&#x202f;; envoyez une copie sans historique et continuez à travailler dans celle-ci.</translation>
    </message>
    <message>
        <source>A register file holds {most} steps at most; send a copy without history, and go on working in that.</source>
        <translation>Un fichier de registres contient {most} étapes au plus&#x202f;; envoyez une copie sans historique et continuez à travailler dans celle-ci.</translation>
    </message>
    <message>
        <source>A register file is opened by itself; paste or drop it without other files, and those afterwards.</source>
        <translation>Un fichier de registres s’ouvre seul&#x202f;; collez-le ou déposez-le sans autre fichier, puis les autres.</translation>
    </message>
    <message>
        <source>A register file notes {most} changes at most, counted by item and register; send a copy without history, and go on working in that.</source>
        <translation>Un fichier de registres note {most} changements au plus, comptés par élément et par registre&#x202f;; envoyez une copie sans historique et continuez à travailler dans celle-ci.</translation>
    </message>
    <message>
        <source>A sheet of {file} reaches from its first cell to {cell}; delete what stands far away in a copy of it and import that.</source>
        <translation>Une feuille du fichier {file} s’étend de sa première cellule à {cell}&#x202f;; supprimez dans une copie ce qui est loin et importez celle-ci.</translation>
    </message>
    <message>
        <source>Another file was put in the place of {file} while it was open; compare both and choose.</source>
        <translation>Un autre fichier a pris la place du fichier {file} pendant qu’il était ouvert&#x202f;; comparez les deux et choisissez.</translation>
    </message>
    <message>
        <source>Another one has this name.</source>
        <translation>Un autre porte déjà ce nom.</translation>
    </message>
    <message>
        <source>Another risk has the reference {reference}, or would have it; every risk needs one of its own.</source>
        <translation>Un autre risque a ou aurait la référence {reference}&#x202f;; chaque risque doit avoir la sienne.</translation>
    </message>
    <message>
        <source>By that scale, the assessments of the risks would mean something else; change the scale with “Scale…” in the menu “Tools”, where you choose what becomes of them.</source>
        <translation>Selon cette échelle, les évaluations des risques auraient un autre sens&#x202f;; modifiez l’échelle avec «&#xa0;Échelle…&#xa0;» dans le menu «&#xa0;Outils&#xa0;», où vous choisissez ce qu’elles deviennent.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>Annulé&#x202f;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Could not be read, and is now as in a new register: {number}</source>
        <translation>Valeurs illisibles, désormais comme dans un nouveau registre&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Found in two versions, in the tables and in the change history; please compare: {number}</source>
        <translation>Éléments trouvés en deux versions, dans les tables et dans l’historique&#x202f;; comparez-les&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Found, but not mentioned in what is left of the change history; please check: {number}</source>
        <translation>Éléments trouvés, mais absents de ce qui reste de l’historique&#x202f;; vérifiez-les&#xa0;: {number}</translation>
    </message>
    <message>
        <source>From the backup of {time}, as it had not been opened since ({kind}): “{name}”.</source>
        <translation>Récupéré de la sauvegarde du {time}, faute d’avoir été ouvert depuis ({kind})&#xa0;: «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>In the answers, “{id}” is “{found}”; write one of these: {known}.</source>
        <translation>Dans les réponses, «&#xa0;{id}&#xa0;» vaut «&#xa0;{found}&#xa0;»&#x202f;; écrivez l’une de ces valeurs&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>In the answers, “{key}” is “{found}”; write “take” for what is in the file or “keep” for what is here.</source>
        <translation>Dans les réponses, «&#xa0;{key}&#xa0;» vaut «&#xa0;{found}&#xa0;»&#x202f;; écrivez «&#xa0;take&#xa0;» pour ce qui est dans le fichier ou «&#xa0;keep&#xa0;» pour ce qui est ici.</translation>
    </message>
    <message>
        <source>In the scale “{scale}”, each level and each band needs a name of its own; correct it and try again.</source>
        <translation>Dans l’échelle «&#xa0;{scale}&#xa0;», chaque degré et chaque niveau de risque doit avoir son propre nom&#x202f;; corrigez-la et réessayez.</translation>
    </message>
    <message>
        <source>In the scale “{scale}”, the bands have to rise, the last one to the highest score, {highest}, and no table is needed; correct it and try again.</source>
        <translation>Dans l’échelle «&#xa0;{scale}&#xa0;», les niveaux de risque doivent être croissants, le dernier aller jusqu’au score le plus élevé, {highest}, et aucun tableau n’est nécessaire&#x202f;; corrigez-la et réessayez.</translation>
    </message>
    <message>
        <source>In the scale “{scale}”, the table needs a band for each pair of levels; correct it and try again.</source>
        <translation>Dans l’échelle «&#xa0;{scale}&#xa0;», le tableau doit donner un niveau de risque pour chaque couple de degrés&#x202f;; corrigez-la et réessayez.</translation>
    </message>
    <message>
        <source>In the scale “{scale}”, the text “{words}” has more than {most} characters; shorten it and try again.</source>
        <translation>Dans l’échelle «&#xa0;{scale}&#xa0;», le texte «&#xa0;{words}&#xa0;» compte plus de {most} caractères&#x202f;; raccourcissez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>In the scale “{scale}”, the tolerance names a band that is not there; correct it and try again.</source>
        <translation>Dans l’échelle «&#xa0;{scale}&#xa0;», le seuil de tolérance désigne un niveau de risque qui n’existe pas&#x202f;; corrigez-la et réessayez.</translation>
    </message>
    <message>
        <source>In {file}, step {step} of the change history contains data that Riskdesk does not write; open a backup, or recover what is left.</source>
        <translation>Dans {file}, l’étape {step} de l’historique contient des données que Riskdesk ne produit pas&#x202f;; ouvrez une sauvegarde ou récupérez ce qui reste.</translation>
    </message>
    <message>
        <source>In {file}, step {step} of the change history takes back a step that cannot be taken back; open a backup, or recover what is left.</source>
        <translation>Dans {file}, l’étape {step} de l’historique annule une étape qui ne peut pas l’être&#x202f;; ouvrez une sauvegarde ou récupérez ce qui reste.</translation>
    </message>
    <message>
        <source>In {file}, the index of the change history differs at step {step}: another program or a fault changed it; repair it.</source>
        <translation>Dans {file}, l’index de l’historique diffère à l’étape {step}&#xa0;: un autre programme ou une défaillance l’a modifié&#x202f;; réparez-le.</translation>
    </message>
    <message>
        <source>In {file}, the {kind} {id} contains data that Riskdesk does not write; open a backup, or recover what is left.</source>
        <translation>Dans {file}, un élément ({kind} {id}) contient des données que Riskdesk ne produit pas&#x202f;; ouvrez une sauvegarde ou récupérez ce qui reste.</translation>
    </message>
    <message>
        <source>In {file}, the {kind} “{name}” differs from the change history: another program or a fault changed it; repair it.</source>
        <translation>Dans {file}, un élément ({kind} «&#xa0;{name}&#xa0;») diffère de l’historique&#xa0;: un autre programme ou une défaillance l’a modifié&#x202f;; réparez-le.</translation>
    </message>
    <message>
        <source>Is garbled, and nothing else is left of it: {number}</source>
        <translation>Valeurs altérées, sans autre version&#xa0;: {number}</translation>
    </message>
    <message>
        <source>It has to begin above {start}, where the band below begins.</source>
        <translation>Il doit commencer au-dessus de {start}, où commence le niveau inférieur.</translation>
    </message>
    <message>
        <source>Lost; its contents are under the heading “Recovered”: {number}</source>
        <translation>Éléments perdus&#x202f;; leur contenu est placé sous le titre «&#xa0;Éléments récupérés&#xa0;»&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Name the number of a backup (1 to {last}) and the new file.</source>
        <translation>Indiquez le numéro d’une sauvegarde (1 à {last}) et le nouveau fichier.</translation>
    </message>
    <message>
        <source>No backup of {file} was made. {reason}</source>
        <translation>Aucune sauvegarde du fichier {file} n’a été faite. {reason}</translation>
    </message>
    <message>
        <source>No cell of the matrix is in this band.</source>
        <translation>Aucune case de la matrice n’est dans ce niveau.</translation>
    </message>
    <message>
        <source>No program that opens {file} was found; install one and try again.</source>
        <translation>Aucun programme capable d’ouvrir {file} n’a été trouvé&#x202f;; installez-en un et réessayez.</translation>
    </message>
    <message>
        <source>No risk or mitigation of this register has an owner yet; name owners first, then send.</source>
        <translation>Aucun risque ni aucune mesure de ce registre n’a encore de responsable&#x202f;; indiquez d’abord des responsables.</translation>
    </message>
    <message>
        <source>No risk was found in {file}.</source>
        <translation>Aucun risque n’a été trouvé dans {file}.</translation>
    </message>
    <message>
        <source>No risk was found in {file}: {reasons}</source>
        <translation>Aucun risque n’a été trouvé dans {file}&#xa0;: {reasons}</translation>
    </message>
    <message>
        <source>No score of this scale falls into this band.</source>
        <translation>Aucun score de cette échelle n’est dans ce niveau.</translation>
    </message>
    <message>
        <source>Not all of the output could be written ({reason}); make room, or write it elsewhere.</source>
        <translation>La sortie n’a pas pu être écrite en entier ({reason})&#x202f;; libérez de l’espace ou écrivez-la ailleurs.</translation>
    </message>
    <message>
        <source>Not done: the text being typed could not be saved first.</source>
        <translation>Non effectué&#xa0;: le texte en cours de saisie n’a pas pu être enregistré au préalable.</translation>
    </message>
    <message>
        <source>Not in the new file, as this is all that is left of it: {number}</source>
        <translation>Éléments absents du nouveau fichier, car c’est tout ce qui en reste&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Not saved in {file}: more than {most} MB at once. Do it risk by risk or in parts.</source>
        <translation>Non enregistré dans {file}&#xa0;: plus de {most}&#xa0;Mo à enregistrer en une fois&#x202f;; procédez risque par risque ou par parties.</translation>
    </message>
    <message>
        <source>Not saved, as it had not been opened and is in no backup ({kind}): “{name}”.</source>
        <translation>Non enregistré, car jamais ouvert et absent de toute sauvegarde ({kind})&#xa0;: «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>Not saved: another program is using {file}; try again in a moment.</source>
        <translation>Non enregistré&#xa0;: un autre programme utilise {file}&#x202f;; réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Not saved: more than {most} MB at once. Do it risk by risk or in parts.</source>
        <translation>Non enregistré&#xa0;: plus de {most}&#xa0;Mo à enregistrer en une fois&#x202f;; procédez risque par risque ou par parties.</translation>
    </message>
    <message>
        <source>Not saved: more than {most} values, commas and brackets at once. Do it risk by risk or in parts.</source>
        <translation>Non enregistré&#xa0;: plus de {most}&#xa0;valeurs, virgules et crochets à enregistrer en une fois&#x202f;; procédez risque par risque ou par parties.</translation>
    </message>
    <message>
        <source>Not saved: the clock of this computer is wrong, it says {time}; set it and try again.</source>
        <translation>Non enregistré&#xa0;: l’horloge de cet ordinateur est fausse, elle indique {time}&#x202f;; réglez-la et réessayez.</translation>
    </message>
    <message>
        <source>Not saved: the disk of {file} does not answer; check it and try again.</source>
        <translation>Non enregistré&#xa0;: le disque où se trouve {file} ne répond pas&#x202f;; vérifiez-le et réessayez.</translation>
    </message>
    <message>
        <source>Not saved: the disk of {file} is full; make room and try again.</source>
        <translation>Non enregistré&#xa0;: le disque où se trouve {file} est plein&#x202f;; libérez de l’espace et réessayez.</translation>
    </message>
    <message>
        <source>Not saved: the same was changed in the meantime by {who}; compare both and choose.</source>
        <translation>Non enregistré&#xa0;: la même chose a été modifiée entre-temps par {who}&#x202f;; comparez les deux textes et choisissez.</translation>
    </message>
    <message>
        <source>Not saved: {file} cannot be written to; check its folder and permissions.</source>
        <translation>Non enregistré&#xa0;: {file} n’est pas accessible en écriture&#x202f;; vérifiez son dossier et ses droits d’accès.</translation>
    </message>
    <message>
        <source>Not saved: {file} does not take this value ({reason}).</source>
        <translation>Non enregistré&#xa0;: {file} n’accepte pas cette valeur ({reason}).</translation>
    </message>
    <message>
        <source>Nothing of a register is left in {file}.</source>
        <translation>Il ne reste rien d’un registre dans {file}.</translation>
    </message>
    <message>
        <source>Nothing was imported, as this was changed in the meantime: {items}. Compare again and choose.</source>
        <translation>Rien n’a été importé, car ceci a été modifié entre-temps&#xa0;: {items}. Comparez à nouveau et choisissez.</translation>
    </message>
    <message>
        <source>Nothing was merged. Values changed in both: {number}; say which to keep with “--prefer mine” or “--prefer theirs”, or merge in the window of Riskdesk, where each is asked about.</source>
        <translation>Rien n’a été fusionné. Valeurs modifiées des deux côtés&#xa0;: {number}&#x202f;; indiquez laquelle conserver avec «&#xa0;--prefer mine&#xa0;» ou «&#xa0;--prefer theirs&#xa0;», ou fusionnez dans la fenêtre de Riskdesk, où chacune fait l’objet d’une question.</translation>
    </message>
    <message>
        <source>Nothing was pasted, as the register has no category yet; add a category, and paste again.</source>
        <translation>Rien n’a été collé, car le registre n’a pas encore de catégorie&#xa0;; ajoutez une catégorie, puis collez à nouveau.</translation>
    </message>
    <message>
        <source>Nothing was pasted, as there is no text on the clipboard.</source>
        <translation>Rien n’a été collé, car le presse-papiers ne contient pas de texte.</translation>
    </message>
    <message>
        <source>Nothing was saved, as no register was open and there is no backup; if the file is still there, open it to recover what is left.</source>
        <translation>Rien n’a été enregistré, car aucun registre n’était ouvert et il n’existe aucune sauvegarde&#x202f;; si le fichier est encore là, ouvrez-le pour récupérer ce qui reste.</translation>
    </message>
    <message>
        <source>Nothing was taken back, as the last step is now “{action}” by {who}; look at it and try again.</source>
        <translation>Rien n’a été modifié, car la dernière étape est désormais «&#xa0;{action}&#xa0;», effectuée par {who}&#x202f;; vérifiez-la et réessayez.</translation>
    </message>
    <message>
        <source>Nothing was taken back, as {who} did “{action}” in the meantime; look at what is there now and try again.</source>
        <translation>Rien n’a été modifié, car {who} a fait «&#xa0;{action}&#xa0;» entre-temps&#x202f;; vérifiez l’état actuel et réessayez.</translation>
    </message>
    <message>
        <source>Nothing was taken back, as {who} redid “{action}” in the meantime; look at what is there now and try again.</source>
        <translation>Rien n’a été modifié, car {who} a rétabli «&#xa0;{action}&#xa0;» entre-temps&#x202f;; vérifiez l’état actuel et réessayez.</translation>
    </message>
    <message>
        <source>Nothing was taken back, as {who} undid “{action}” in the meantime; look at what is there now and try again.</source>
        <translation>Rien n’a été modifié, car {who} a annulé «&#xa0;{action}&#xa0;» entre-temps&#x202f;; vérifiez l’état actuel et réessayez.</translation>
    </message>
    <message>
        <source>Nothing would be left of the reference {reference}; every risk needs one of its own.</source>
        <translation>Il ne resterait rien de la référence {reference}&#x202f;; chaque risque doit avoir la sienne.</translation>
    </message>
    <message>
        <source>On that day, the history of the register had not begun yet.</source>
        <translation>À cette date, l’historique du registre n’avait pas encore commencé.</translation>
    </message>
    <message>
        <source>Recovered from the change history alone, and may be older than what was there: {number}</source>
        <translation>Éléments récupérés à partir du seul historique, peut-être antérieurs à ce qui s’y trouvait&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Recovered – registers: {registers}, categories: {categories}, risks: {risks}, mitigations: {mitigations}.</source>
        <translation>Éléments récupérés – registres&#xa0;: {registers}, catégories&#xa0;: {categories}, risques&#xa0;: {risks}, mesures&#xa0;: {mitigations}.</translation>
    </message>
    <message>
        <source>Register files are read and written here with SQLite {version}, which has faults that {oldest} does not have; make backups, and install a newer version of Riskdesk or of SQLite.</source>
        <translation>Les fichiers de registres sont lus et enregistrés ici avec SQLite {version}, qui a des défauts que {oldest} n’a pas&#x202f;; faites des sauvegardes et installez une version plus récente de Riskdesk ou de SQLite.</translation>
    </message>
    <message>
        <source>Riskdesk cannot tell where your own files lie, such as backups and settings, as you have no home folder; set HOME to a folder of yours and try again.</source>
        <translation>Riskdesk ne sait pas où se trouvent vos propres fichiers, comme les sauvegardes et les réglages, car vous n’avez pas de dossier personnel&#x202f;; indiquez un de vos dossiers dans HOME et réessayez.</translation>
    </message>
    <message>
        <source>Riskdesk takes in register files, documents of Word, workbooks, text, web pages, and registers as JSON or PDF of its own; left out: {files}.</source>
        <translation>Riskdesk reprend des fichiers de registres, des documents Word, des classeurs, des textes, des pages web, et des registres au format JSON ou PDF qu’il a produits&#x202f;; laissé de côté&#xa0;: {files}.</translation>
    </message>
    <message>
        <source>SOURCE_DATE_EPOCH is no number of seconds: {value}; correct it or unset it.</source>
        <translation>SOURCE_DATE_EPOCH n’est pas un nombre de secondes&#xa0;: {value}&#x202f;; corrigez ou supprimez cette variable.</translation>
    </message>
    <message>
        <source>SQLite gives the error {code}</source>
        <translation>SQLite renvoie l’erreur {code}</translation>
    </message>
    <message>
        <source>SQLite’s own check fails</source>
        <translation>la vérification de SQLite échoue</translation>
    </message>
    <message>
        <source>Several risks have the reference {name}; choose one by its id: {ids}.</source>
        <translation>Plusieurs risques portent la référence {name}&#x202f;; désignez-en un par son identifiant&#xa0;: {ids}.</translation>
    </message>
    <message>
        <source>Step {step} of the change history contains data that Riskdesk does not write; open a backup, or recover what is left.</source>
        <translation>L’étape {step} de l’historique contient des données que Riskdesk ne produit pas&#x202f;; ouvrez une sauvegarde ou récupérez ce qui reste.</translation>
    </message>
    <message>
        <source>Steps of the change history that are lost: {number} ({steps}).</source>
        <translation>Étapes de l’historique perdues&#xa0;: {number} ({steps}).</translation>
    </message>
    <message>
        <source>Steps with data that Riskdesk does not write, which were passed over: {number} ({steps}).</source>
        <translation>Étapes contenant des données que Riskdesk ne produit pas, laissées de côté&#xa0;: {number} ({steps}).</translation>
    </message>
    <message>
        <source>The assessment of the risk “{risk}” names a level that is not in the register&apos;s scale; correct one of them.</source>
        <translation>L’évaluation du risque «&#xa0;{risk}&#xa0;» indique un degré qui ne figure pas dans l’échelle du registre&#x202f;; corrigez l’une ou l’autre.</translation>
    </message>
    <message>
        <source>The backup {file} was not made, as reading it back showed a difference.</source>
        <translation>La sauvegarde {file} n’a pas été faite, car sa relecture a révélé une différence.</translation>
    </message>
    <message>
        <source>The backups in {folder} cannot be listed ({reason}); see that you may read that folder.</source>
        <translation>Les sauvegardes placées dans {folder} ne peuvent pas être affichées ({reason})&#x202f;; vérifiez que vous pouvez lire ce dossier.</translation>
    </message>
    <message>
        <source>The cell of likelihood {likelihood} and impact {impact} is in a lower band than one below it.</source>
        <translation>La case de probabilité {likelihood} et d’impact {impact} est dans un niveau plus bas qu’une case inférieure.</translation>
    </message>
    <message>
        <source>The change history of {file} was altered at step {step}, by another program or a fault; open a backup, or recover what is left.</source>
        <translation>L’historique du fichier {file} a été modifié à l’étape {step}, par un autre programme ou une défaillance&#x202f;; ouvrez une sauvegarde ou récupérez ce qui reste.</translation>
    </message>
    <message>
        <source>The clipboard cannot be read; copy and paste again.</source>
        <translation>Le presse-papiers ne peut pas être lu&#x202f;; copiez de nouveau, puis collez.</translation>
    </message>
    <message>
        <source>The clipboard holds a line of {count} characters; divide it into lines of at most {most} and copy them again.</source>
        <translation>Le presse-papiers contient une ligne de {count} caractères&#x202f;; divisez-la en lignes de {most} au plus et copiez-les de nouveau.</translation>
    </message>
    <message>
        <source>The clipboard holds a table of more than {count} cells; copy fewer rows at a time, or import the file.</source>
        <translation>Le presse-papiers contient un tableau de plus de {count} cellules&#x202f;; copiez moins de lignes à la fois ou importez le fichier.</translation>
    </message>
    <message>
        <source>The clipboard holds a table of {count} columns; copy the columns of risks and of mitigations alone, or import the file.</source>
        <translation>Le presse-papiers contient un tableau de {count} colonnes&#x202f;; copiez seulement les colonnes des risques et des mesures d’atténuation ou importez le fichier.</translation>
    </message>
    <message>
        <source>The clipboard holds more than {most} tables inside each other; copy the innermost one alone.</source>
        <translation>Le presse-papiers contient plus de {most} tableaux imbriqués&#x202f;; copiez seulement le plus intérieur.</translation>
    </message>
    <message>
        <source>The clipboard holds text with {count} tags of its format, and {most} can be read at once; copy a part of it.</source>
        <translation>Le presse-papiers contient un texte avec {count} balises de mise en forme, et {most} peuvent être lues à la fois&#x202f;; copiez-en une partie.</translation>
    </message>
    <message>
        <source>The clipboard holds {count} lines; copy at most {most} at a time.</source>
        <translation>Le presse-papiers contient {count} lignes&#x202f;; copiez-en {most} au plus à la fois.</translation>
    </message>
    <message>
        <source>The clipboard holds {count} values, commas and brackets; copy at most {most} at a time.</source>
        <translation>Le presse-papiers contient {count}&#xa0;valeurs, virgules et crochets&#x202f;; copiez-en au plus {most} à la fois.</translation>
    </message>
    <message>
        <source>The clipboard holds {count} words, those of its format among them, and {most} can be read at once; copy a part of it.</source>
        <translation>Le presse-papiers contient {count} mots, ceux de sa mise en forme compris, et {most} peuvent être lus à la fois&#x202f;; copiez-en une partie.</translation>
    </message>
    <message>
        <source>The clipboard holds {size} million characters; copy at most {most} million at a time.</source>
        <translation>Le presse-papiers contient {size} millions de caractères&#x202f;; copiez-en au plus {most} millions à la fois.</translation>
    </message>
    <message>
        <source>The clipboard takes {most} items at a time; choose fewer, or export the register and import it.</source>
        <translation>Le presse-papiers prend {most} éléments à la fois&#x202f;; choisissez-en moins, ou exportez le registre et importez-le.</translation>
    </message>
    <message>
        <source>The columns chosen for the working register do not fit on the pages of the template; choose fewer columns or another template.</source>
        <translation>Les colonnes choisies pour le registre de travail ne tiennent pas sur les pages du modèle&#x202f;; choisissez moins de colonnes ou un autre modèle.</translation>
    </message>
    <message>
        <source>The columns chosen for the working register do not fit on this paper ({paper}, {orientation}); choose fewer columns or larger paper.</source>
        <translation>Les colonnes choisies pour le registre de travail ne tiennent pas sur ce papier ({paper}, {orientation})&#x202f;; choisissez moins de colonnes ou un papier plus grand.</translation>
    </message>
    <message>
        <source>The columns of the list do not fit on this paper ({paper}, {orientation}); show fewer columns or choose larger paper.</source>
        <translation>Les colonnes de la liste ne tiennent pas sur ce papier ({paper}, {orientation})&#x202f;; affichez moins de colonnes ou choisissez un papier plus grand.</translation>
    </message>
    <message>
        <source>The date {date} ({field}) is not between {first} and {last}; correct it and try again.</source>
        <translation>La date {date} ({field}) n’est pas comprise entre {first} et {last}&#x202f;; corrigez-la et réessayez.</translation>
    </message>
    <message>
        <source>The definition has more than {most} characters; shorten it.</source>
        <translation>La définition compte plus de {most} caractères&#x202f;; raccourcissez-la.</translation>
    </message>
    <message>
        <source>The disk has no room for a backup in {folder}; make room on it.</source>
        <translation>Le disque n’a plus de place pour une sauvegarde dans {folder}&#x202f;; libérez de l’espace.</translation>
    </message>
    <message>
        <source>The document has no such pages, only {pages}; choose among them.</source>
        <translation>Le document n’a pas ces pages, il n’en a que {pages}&#x202f;; choisissez parmi elles.</translation>
    </message>
    <message>
        <source>The ending of {file} is no format that Riskdesk knows; choose one of {known}.</source>
        <translation>L’extension du fichier {file} ne correspond à aucun format connu de Riskdesk&#x202f;; choisissez parmi {known}.</translation>
    </message>
    <message>
        <source>The field “{field}” cannot hold {value}; correct it and try again.</source>
        <translation>Le champ «&#xa0;{field}&#xa0;» ne peut pas contenir {value}&#x202f;; corrigez la valeur et réessayez.</translation>
    </message>
    <message>
        <source>The file has a table of more than {columns} columns; keep the register alone in a copy of it and import that.</source>
        <translation>Le fichier contient un tableau de plus de {columns} colonnes&#x202f;; gardez le registre seul dans une copie et importez celle-ci.</translation>
    </message>
    <message>
        <source>The file has a table of {columns} columns and {rows} rows; keep what is of the register in a copy of it and import that.</source>
        <translation>Le fichier contient un tableau de {columns} colonnes et {rows} lignes&#x202f;; ne gardez que ce qui relève du registre dans une copie et importez celle-ci.</translation>
    </message>
    <message>
        <source>The file has a text of more than {signs} characters that begins with “{beginning}”; shorten it in a copy of the file and import that.</source>
        <translation>Le fichier contient un texte de plus de {signs} caractères qui commence par «&#xa0;{beginning}&#xa0;»&#x202f;; raccourcissez-le dans une copie du fichier et importez celle-ci.</translation>
    </message>
    <message>
        <source>The file has more than {cells} cells or {signs} characters; keep the register alone in a copy of it and import that.</source>
        <translation>Le fichier a plus de {cells} cellules ou de {signs} caractères&#x202f;; gardez le registre seul dans une copie et importez celle-ci.</translation>
    </message>
    <message>
        <source>The file has more than {most} risks, mitigations or remarks on them; divide it and import each part.</source>
        <translation>Le fichier contient plus de {most} risques, mesures ou remarques à leur sujet&#x202f;; divisez-le et importez chaque partie.</translation>
    </message>
    <message>
        <source>The file has more than {most} rows with heads of columns; keep the register alone in a copy of it and import that.</source>
        <translation>Le fichier contient plus de {most} lignes d’en-têtes de colonnes&#x202f;; ne gardez que le registre dans une copie et importez celle-ci.</translation>
    </message>
    <message>
        <source>The file {file} cannot be opened; check that it is there and may be read.</source>
        <translation>Le fichier {file} ne peut pas être ouvert&#x202f;; vérifiez qu’il existe et que vous avez le droit de le lire.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read ({reason}).</source>
        <translation>Le fichier {file} ne peut pas être lu ({reason}).</translation>
    </message>
    <message>
        <source>The file {file} cannot be read as a register file ({reason}); open a copy of it, or a backup.</source>
        <translation>Le fichier {file} ne peut pas être lu comme fichier de registres ({reason})&#x202f;; ouvrez-en une copie ou une sauvegarde.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read: another program is using it; try again in a moment.</source>
        <translation>Le fichier {file} ne peut pas être lu&#xa0;: un autre programme l’utilise&#x202f;; réessayez dans un instant.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read: its disk does not answer; check it and try again.</source>
        <translation>Le fichier {file} ne peut pas être lu&#xa0;: son disque ne répond pas&#x202f;; vérifiez-le et réessayez.</translation>
    </message>
    <message>
        <source>The file {file} cannot be removed ({reason}).</source>
        <translation>Le fichier {file} ne peut pas être supprimé ({reason}).</translation>
    </message>
    <message>
        <source>The file {file} takes too long to read; it may be malicious.</source>
        <translation>La lecture du fichier {file} prend trop de temps&#x202f;; il s’agit peut-être d’un fichier malveillant.</translation>
    </message>
    <message>
        <source>The filters are too long to be saved as a view; shorten them and try again.</source>
        <translation>Les filtres sont trop longs pour être enregistrés dans une vue&#x202f;; raccourcissez-les et réessayez.</translation>
    </message>
    <message>
        <source>The folder {file} cannot be made ({reason}); choose another one.</source>
        <translation>Le dossier {file} ne peut pas être créé ({reason})&#x202f;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The folder {file} cannot be made, as {other} is a file; choose another one.</source>
        <translation>Le dossier {file} ne peut pas être créé, car {other} est un fichier&#x202f;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The folder {file}, which Riskdesk needs, cannot be made ({reason}): put that right.</source>
        <translation>Le dossier {file}, dont Riskdesk a besoin, ne peut pas être créé ({reason})&#xa0;: remédiez-y.</translation>
    </message>
    <message>
        <source>The folder {file}, which Riskdesk needs, cannot be made, as {other} is a file: move it or rename it.</source>
        <translation>Le dossier {file}, dont Riskdesk a besoin, ne peut pas être créé, car {other} est un fichier&#xa0;: déplacez-le ou renommez-le.</translation>
    </message>
    <message>
        <source>The format {format} has no layout “{name}”; choose one of {known}.</source>
        <translation>Le format {format} n’a pas de présentation «&#xa0;{name}&#xa0;»&#x202f;; choisissez parmi {known}.</translation>
    </message>
    <message>
        <source>The format {format} takes no template; leave it out, or choose .docx.</source>
        <translation>Le format {format} n’utilise pas de modèle&#x202f;; omettez-le ou choisissez .docx.</translation>
    </message>
    <message>
        <source>The history could not be fully recovered; the new file starts a new one.</source>
        <translation>L’historique n’a pas été récupéré en entier&#x202f;; le nouveau fichier en commence un nouveau.</translation>
    </message>
    <message>
        <source>The history was recovered up to step {step}, of {time}; later steps, if there were any, are lost.</source>
        <translation>L’historique a été récupéré jusqu’à l’étape {step}, du {time}&#x202f;; les étapes suivantes, s’il y en avait, sont perdues.</translation>
    </message>
    <message>
        <source>The identity “{id}” is no UUID in small letters; correct it, or leave it out for a new one.</source>
        <translation>L’identifiant «&#xa0;{id}&#xa0;» n’est pas un UUID en minuscules&#x202f;; corrigez-le, ou omettez-le pour en recevoir un nouveau.</translation>
    </message>
    <message>
        <source>The inside of the file cannot be read: it is damaged or malicious; save it again in the program that made it and try again.</source>
        <translation>L’intérieur du fichier ne peut être lu&#xa0;: il est endommagé ou malveillant&#x202f;; enregistrez-le à nouveau dans le programme qui l’a produit et réessayez.</translation>
    </message>
    <message>
        <source>The item has changed in the meantime and was left as it is; look at it and try again.</source>
        <translation>L’élément a changé entre-temps et a été laissé tel quel&#x202f;; vérifiez-le et réessayez.</translation>
    </message>
    <message>
        <source>The item is no longer there; it may have been deleted.</source>
        <translation>L’élément n’existe plus&#x202f;; il a peut-être été supprimé.</translation>
    </message>
    <message>
        <source>The mapping has “{name}” in another form than “--json” prints; correct it and try again.</source>
        <translation>La correspondance contient «&#xa0;{name}&#xa0;» sous une autre forme que celle qu’affiche «&#xa0;--json&#xa0;»&#x202f;; corrigez-la et réessayez.</translation>
    </message>
    <message>
        <source>The mapping names the field “{name}”, which is none; choose among {known}.</source>
        <translation>La correspondance nomme le champ «&#xa0;{name}&#xa0;», qui n’existe pas&#x202f;; choisissez parmi {known}.</translation>
    </message>
    <message>
        <source>The name of {file} is too long; choose a shorter one.</source>
        <translation>Le nom du fichier {file} est trop long&#x202f;; choisissez-en un plus court.</translation>
    </message>
    <message>
        <source>The number {number} ({field}) is not between {least} and {most}; correct it and try again.</source>
        <translation>Le nombre {number} ({field}) n’est pas compris entre {least} et {most}&#x202f;; corrigez-le et réessayez.</translation>
    </message>
    <message>
        <source>The printer {file} did not take the document; check it and print again.</source>
        <translation>L’imprimante {file} n’a pas accepté le document&#x202f;; vérifiez-la et imprimez à nouveau.</translation>
    </message>
    <message>
        <source>The reference {reference} is taken by the risk “{risk}”; choose another.</source>
        <translation>La référence {reference} est celle du risque «&#xa0;{risk}&#xa0;»&#x202f;; choisissez-en une autre.</translation>
    </message>
    <message>
        <source>The register did not exist at that time.</source>
        <translation>Le registre n’existait pas à ce moment-là.</translation>
    </message>
    <message>
        <source>The register file was not taken over, as {lock} cannot be removed: close Riskdesk where it is still open, or see that you may write in that folder, and try again.</source>
        <translation>Vous n’avez pas pris la main sur le fichier de registres, car {lock} ne peut pas être supprimé&#xa0;: fermez Riskdesk là où il est encore ouvert, ou vérifiez que vous pouvez écrire dans ce dossier, puis réessayez.</translation>
    </message>
    <message>
        <source>The register has and had no item “{name}”; give a reference such as R-01, or an id.</source>
        <translation>Le registre n’a et n’avait aucun élément «&#xa0;{name}&#xa0;»&#x202f;; indiquez une référence telle que R-01, ou un identifiant.</translation>
    </message>
    <message>
        <source>The register has no print settings “{name}”; it has: {names}.</source>
        <translation>Le registre n’a pas de réglages d’impression «&#xa0;{name}&#xa0;»&#x202f;; il a&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>The register has no risk “{name}”; it has: {names}.</source>
        <translation>Le registre ne contient pas de risque «&#xa0;{name}&#xa0;»&#x202f;; il contient&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>The register has no saved view “{name}”; it has: {names}.</source>
        <translation>Le registre n’a pas de vue enregistrée «&#xa0;{name}&#xa0;»&#x202f;; il a&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>The register is no longer there.</source>
        <translation>Ce registre n’existe plus.</translation>
    </message>
    <message>
        <source>The register&apos;s JSON cannot be read at {place}: {expected} is expected there.</source>
        <translation>Le registre au format JSON ne peut pas être lu à l’endroit {place}&#xa0;: {expected} y est attendu.</translation>
    </message>
    <message>
        <source>The register&apos;s JSON cannot be read at {place}: {reason}</source>
        <translation>Le registre au format JSON ne peut pas être lu à l’endroit {place}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>The register&apos;s JSON gives the identity {id} twice; make it unique.</source>
        <translation>Le registre au format JSON attribue deux fois l’identifiant {id}&#x202f;; rendez-le unique.</translation>
    </message>
    <message>
        <source>The register&apos;s JSON holds more than {most} values; divide the register and try again.</source>
        <translation>Le registre au format JSON contient plus de {most} valeurs&#x202f;; divisez le registre et réessayez.</translation>
    </message>
    <message>
        <source>The saved view “{name}” cannot be read; delete it, or save another one under its name.</source>
        <translation>La vue enregistrée «&#xa0;{name}&#xa0;» est illisible&#x202f;; supprimez-la ou enregistrez-en une autre sous son nom.</translation>
    </message>
    <message>
        <source>The saved view “{name}” uses the field “{field}”, which does not exist in this version of Riskdesk; delete the view, or save another one under its name.</source>
        <translation>La vue enregistrée «&#xa0;{name}&#xa0;» utilise le champ «&#xa0;{field}&#xa0;», qui n’existe pas dans cette version de Riskdesk&#x202f;; supprimez la vue ou enregistrez-en une autre sous son nom.</translation>
    </message>
    <message>
        <source>The saved view “{name}” was made by a newer version of Riskdesk; update Riskdesk to use it. Nothing was changed.</source>
        <translation>La vue enregistrée «&#xa0;{name}&#xa0;» a été créée par une version plus récente de Riskdesk&#x202f;; mettez Riskdesk à jour pour l’utiliser. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The scale in the register&apos;s JSON is not complete; correct it at /scale or leave it out.</source>
        <translation>L’échelle du registre au format JSON n’est pas complète&#x202f;; corrigez-la sous /scale ou retirez-la.</translation>
    </message>
    <message>
        <source>The scale in this file is not complete, or holds what no scale can have; ask for it to be saved again.</source>
        <translation>L’échelle de ce fichier est incomplète ou contient ce qu’aucune échelle ne peut avoir&#x202f;; demandez qu’elle soit enregistrée à nouveau.</translation>
    </message>
    <message>
        <source>The scale needs a name.</source>
        <translation>L’échelle doit avoir un nom.</translation>
    </message>
    <message>
        <source>The scale of the register was changed in the meantime; look at it and change it again.</source>
        <translation>L’échelle du registre a été modifiée entre-temps&#x202f;; vérifiez-la et modifiez-la à nouveau.</translation>
    </message>
    <message>
        <source>The scale was changed in one of the two files, and in the other risks were assessed by the scale before: {risks}; remove these assessments there, merge, and assess the risks again.</source>
        <translation>L’échelle a été modifiée dans l’un des deux fichiers, et dans l’autre des risques ont été évalués selon l’échelle précédente&#xa0;: {risks}&#x202f;; retirez-y ces évaluations, fusionnez, puis évaluez de nouveau ces risques.</translation>
    </message>
    <message>
        <source>The scale “{scale}” does not have every level of the risk {risk}; assess it again first.</source>
        <translation>L’échelle «&#xa0;{scale}&#xa0;» ne contient pas tous les degrés du risque {risk}&#x202f;; réévaluez-le d’abord.</translation>
    </message>
    <message>
        <source>The scale “{scale}” needs 1 to {most} levels of likelihood, 1 to {most} of impact and 1 to {most} bands; correct it and try again.</source>
        <translation>L’échelle «&#xa0;{scale}&#xa0;» doit avoir de 1 à {most} degrés de probabilité, de 1 à {most} degrés d’impact et de 1 à {most} niveaux de risque&#x202f;; corrigez-la et réessayez.</translation>
    </message>
    <message>
        <source>The scores from {low} to {high} are in no band.</source>
        <translation>Les scores de {low} à {high} ne sont dans aucun niveau.</translation>
    </message>
    <message>
        <source>The sheet with what changed in the last thirty days was left out, as the register is marked “{mark}”: it says how texts were before, and who changed them.</source>
        <translation>La feuille des modifications des trente derniers jours a été omise, car le registre porte la mention «&#xa0;{mark}&#xa0;»&#xa0;: elle dit comment étaient les textes et qui les a modifiés.</translation>
    </message>
    <message>
        <source>The sheet “{sheet}” has texts that are too long for the tallest row of a workbook; they are whole in their cells, but cut on the screen and in print. Rows: {rows}.</source>
        <translation>La feuille «&#xa0;{sheet}&#xa0;» contient des textes trop longs pour la ligne la plus haute d’un classeur&#x202f;; ils sont entiers dans leurs cellules, mais coupés à l’écran et à l’impression. Lignes&#xa0;: {rows}.</translation>
    </message>
    <message>
        <source>The text holds more than {most} combining marks in a row at position {position}; remove them and try again.</source>
        <translation>Le texte contient plus de {most} signes diacritiques de suite à la position {position}&#x202f;; supprimez-les et réessayez.</translation>
    </message>
    <message>
        <source>The text holds the control character {code} at position {position}; remove it and try again.</source>
        <translation>Le texte contient le caractère de contrôle {code} à la position {position}&#x202f;; retirez-le et réessayez.</translation>
    </message>
    <message>
        <source>The text in cell {cell} of the sheet “{sheet}” is longer than a workbook takes; its beginning stands there, and all of it on the last sheet.</source>
        <translation>Le texte de la cellule {cell} de la feuille «&#xa0;{sheet}&#xa0;» dépasse ce qu’un classeur admet&#x202f;; son début y figure, et le texte entier se trouve sur la dernière feuille.</translation>
    </message>
    <message>
        <source>The whole history was recovered.</source>
        <translation>Tout l’historique a été récupéré.</translation>
    </message>
    <message>
        <source>The {kind} {id} was not saved, as it contains what no register file may contain; open a backup.</source>
        <translation>L’élément {id} ({kind}) n’a pas été enregistré, car il contient ce qu’aucun fichier de registres ne peut contenir&#x202f;; ouvrez une sauvegarde.</translation>
    </message>
    <message>
        <source>There are print settings “{name}” already; choose another name.</source>
        <translation>Des réglages d’impression «&#xa0;{name}&#xa0;» existent déjà&#x202f;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>There is a file {file} already, which may hold an answer; move it away.</source>
        <translation>Le fichier {file} existe déjà et contient peut-être une réponse&#x202f;; déplacez-le.</translation>
    </message>
    <message>
        <source>There is a file {file} already; choose another name.</source>
        <translation>Le fichier {file} existe déjà&#x202f;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>There is a saved view “{name}” already; choose another name.</source>
        <translation>Il y a déjà une vue enregistrée «&#xa0;{name}&#xa0;»&#x202f;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>There is no backup of {file}; check its name and folder.</source>
        <translation>Il n’existe aucune sauvegarde du fichier {file}&#x202f;; vérifiez son nom et son dossier.</translation>
    </message>
    <message>
        <source>There is no column “{name}”; choose among {known}.</source>
        <translation>La colonne «&#xa0;{name}&#xa0;» n’existe pas&#x202f;; choisissez parmi {known}.</translation>
    </message>
    <message>
        <source>There is no command or file “{name}”; did you mean “riskdesk {command}”?</source>
        <translation>Aucune commande ni aucun fichier ne s’appelle «&#xa0;{name}&#xa0;»&#x202f;; vouliez-vous dire «&#xa0;riskdesk {command}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>There is no command or file “{name}”; “riskdesk --help” lists the commands.</source>
        <translation>Aucune commande ni aucun fichier ne s’appelle «&#xa0;{name}&#xa0;»&#x202f;; «&#xa0;riskdesk --help&#xa0;» énumère les commandes.</translation>
    </message>
    <message>
        <source>There is no encoding “{name}”; choose one of {known}.</source>
        <translation>L’encodage «&#xa0;{name}&#xa0;» n’existe pas&#x202f;; choisissez parmi {known}.</translation>
    </message>
    <message>
        <source>There is no field “{name}” in this list; choose among {known}.</source>
        <translation>Cette liste n’a pas de champ «&#xa0;{name}&#xa0;»&#x202f;; choisissez parmi {known}.</translation>
    </message>
    <message>
        <source>There is no field “{name}” in this list; did you mean “{field}”?</source>
        <translation>Cette liste n’a pas de champ «&#xa0;{name}&#xa0;»&#x202f;; vouliez-vous dire «&#xa0;{field}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>There is no file {file}; check its name and folder.</source>
        <translation>Le fichier {file} est introuvable&#x202f;; vérifiez son nom et son dossier.</translation>
    </message>
    <message>
        <source>There is no level “{name}” for {field}; choose among: {levels}, or - for none.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas un degré ({field})&#x202f;; choisissez parmi&#xa0;: {levels}, ou - pour aucun.</translation>
    </message>
    <message>
        <source>There is no such register in {file}; it holds: {titles}.</source>
        <translation>Ce registre est introuvable dans {file}, qui contient&#xa0;: {titles}.</translation>
    </message>
    <message>
        <source>There is no template “{name}”; choose one of {names}.</source>
        <translation>Le modèle «&#xa0;{name}&#xa0;» n’existe pas&#x202f;; choisissez parmi {names}.</translation>
    </message>
    <message>
        <source>There is nothing to undo or redo.</source>
        <translation>Aucune action à annuler ni à rétablir.</translation>
    </message>
    <message>
        <source>There would be {count} values of the kind “{kind}”, and a register file holds {most} at most; divide them.</source>
        <translation>Il y aurait {count} éléments de type «&#xa0;{kind}&#xa0;», et un fichier de registres en contient {most} au plus&#x202f;; répartissez-les.</translation>
    </message>
    <message>
        <source>This JSON file is not a register; choose one that was exported as JSON.</source>
        <translation>Ce fichier JSON ne contient pas de registre&#x202f;; choisissez-en un qui a été exporté en JSON.</translation>
    </message>
    <message>
        <source>This JSON file is not a scale; choose one that was saved as a scale.</source>
        <translation>Ce fichier JSON n’est pas une échelle&#x202f;; choisissez un fichier enregistré comme échelle.</translation>
    </message>
    <message>
        <source>This JSON gives the name “{name}” twice in one object, the second time at line {line}, column {column}; remove one of them and try again.</source>
        <translation>Ce JSON donne deux fois le nom «&#xa0;{name}&#xa0;» dans un même objet, la seconde fois à la ligne {line}, colonne {column}&#x202f;; retirez l’un des deux et réessayez.</translation>
    </message>
    <message>
        <source>This JSON has a number of {count} characters at line {line}, column {column}, and may have {most}; shorten it and try again.</source>
        <translation>Ce JSON contient à la ligne {line}, colonne {column}, un nombre de {count} caractères, alors que {most} sont permis&#x202f;; raccourcissez-le et réessayez.</translation>
    </message>
    <message>
        <source>This JSON has more than {most} lists and objects inside each other at line {line}, column {column}, which nothing of Riskdesk has; choose another file.</source>
        <translation>Ce JSON a, à la ligne {line}, colonne {column}, plus de {most} listes et objets imbriqués, ce que n’a aucun fichier de Riskdesk&#x202f;; choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>This JSON has more than {most} values; choose another file.</source>
        <translation>Ce JSON contient plus de {most} valeurs&#x202f;; choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>This JSON has {number} at line {line}, column {column}, which is no number that can be read; correct it and try again.</source>
        <translation>Ce JSON contient {number} à la ligne {line}, colonne {column}, ce qui n’est pas un nombre lisible&#x202f;; corrigez-le et réessayez.</translation>
    </message>
    <message>
        <source>This computer has no printer; add one in the settings of the system, or export the register as a PDF.</source>
        <translation>Cet ordinateur n’a pas d’imprimante&#x202f;; ajoutez-en une dans les paramètres du système, ou exportez le registre en PDF.</translation>
    </message>
    <message>
        <source>This is no JSON that can be read: it breaks off or is damaged at line {line}, column {column}; save it again in the program that made it and try again.</source>
        <translation>Ce JSON ne peut pas être lu&#xa0;: il est interrompu ou endommagé à la ligne {line}, colonne {column}&#x202f;; enregistrez-le à nouveau dans le programme qui l’a produit et réessayez.</translation>
    </message>
    <message>
        <source>This name has more than {most} characters; shorten it.</source>
        <translation>Ce nom compte plus de {most} caractères&#x202f;; raccourcissez-le.</translation>
    </message>
    <message>
        <source>This owner&apos;s workbook has version {found}, and your version of Riskdesk reads version {known}; update Riskdesk to read it.</source>
        <translation>Ce classeur d’un responsable est à la version {found}, alors que votre version de Riskdesk lit la version {known}&#x202f;; mettez Riskdesk à jour pour le lire.</translation>
    </message>
    <message>
        <source>This register&apos;s JSON has version {found}, and your version of Riskdesk reads version {known}; update Riskdesk to read it.</source>
        <translation>Ce registre au format JSON est à la version {found}, alors que votre version de Riskdesk lit la version {known}&#x202f;; mettez Riskdesk à jour pour le lire.</translation>
    </message>
    <message>
        <source>This scale&apos;s JSON has version {found}, and your version of Riskdesk reads version {known}; update Riskdesk to read it.</source>
        <translation>Le JSON de cette échelle a la version {found} et votre version de Riskdesk lit la version {known}&#x202f;; mettez Riskdesk à jour pour le lire.</translation>
    </message>
    <message>
        <source>Was garbled, and is now the last value in the change history, which may be older: {number}</source>
        <translation>Valeurs altérées, remplacées par la dernière de l’historique, peut-être plus ancienne&#xa0;: {number}</translation>
    </message>
    <message>
        <source>a folder is expected where there is a file</source>
        <translation>un dossier est attendu là où se trouve un fichier</translation>
    </message>
    <message>
        <source>a row of “{name}” is none that may be there</source>
        <translation>une ligne de «&#xa0;{name}&#xa0;» n’est pas admise</translation>
    </message>
    <message>
        <source>a text in it is damaged</source>
        <translation>un texte y est endommagé</translation>
    </message>
    <message>
        <source>a text in it is longer than any of Riskdesk</source>
        <translation>un de ses textes est plus long que tous ceux de Riskdesk</translation>
    </message>
    <message>
        <source>a value in {name} is none that may be there</source>
        <translation>dans {name}, une valeur n’est pas admise</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>un autre programme l’utilise</translation>
    </message>
    <message>
        <source>error {number} of the system</source>
        <translation>erreur {number} du système</translation>
    </message>
    <message>
        <source>files of this kind do not allow it</source>
        <translation>les fichiers de ce type ne le permettent pas</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>c’est un dossier</translation>
    </message>
    <message>
        <source>it is no database of SQLite</source>
        <translation>ce n’est pas une base de données SQLite</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>taille trop grande</translation>
    </message>
    <message>
        <source>its links lead round in a circle</source>
        <translation>ses liens tournent en rond</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>nom trop long</translation>
    </message>
    <message>
        <source>its pages do not fit each other</source>
        <translation>ses pages ne concordent pas</translation>
    </message>
    <message>
        <source>no file can have such a name</source>
        <translation>aucun fichier ne peut porter un tel nom</translation>
    </message>
    <message>
        <source>page {name} does not fit the others</source>
        <translation>la page {name} ne concorde pas avec les autres</translation>
    </message>
    <message>
        <source>the computer has no memory left</source>
        <translation>l’ordinateur n’a plus de mémoire</translation>
    </message>
    <message>
        <source>the disk cannot do that</source>
        <translation>le disque ne le permet pas</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>le disque ne répond pas</translation>
    </message>
    <message>
        <source>the disk has no room left</source>
        <translation>le disque n’a plus de place</translation>
    </message>
    <message>
        <source>the disk may only be read</source>
        <translation>le disque est en lecture seule</translation>
    </message>
    <message>
        <source>the folder is not empty</source>
        <translation>le dossier n’est pas vide</translation>
    </message>
    <message>
        <source>the index “{name}” does not fit its table</source>
        <translation>l’index «&#xa0;{name}&#xa0;» ne concorde pas avec sa table</translation>
    </message>
    <message>
        <source>the network does not answer</source>
        <translation>le réseau ne répond pas</translation>
    </message>
    <message>
        <source>the rules of its tables forbid it</source>
        <translation>les règles de ses tables l’interdisent</translation>
    </message>
    <message>
        <source>there is nothing of this name</source>
        <translation>rien ne porte ce nom</translation>
    </message>
    <message>
        <source>there is something of this name already</source>
        <translation>quelque chose porte déjà ce nom</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>trop de fichiers sont ouverts</translation>
    </message>
    <message>
        <source>you may not do that, or another program has it open</source>
        <translation>vous n’en avez pas le droit, ou un autre programme l’a ouvert</translation>
    </message>
    <message>
        <source>{count} texts of the sheet “{sheet}”, in cells from {first} to {last}, are longer than a workbook takes; their beginnings stand there, and all of each on the last sheet.</source>
        <translation>{count} textes de la feuille «&#xa0;{sheet}&#xa0;», dans les cellules de {first} à {last}, dépassent ce qu’un classeur admet&#x202f;; leur début y figure, et les textes entiers se trouvent sur la dernière feuille.</translation>
    </message>
    <message>
        <source>{file} cannot be identified. Open a backup, or recover what is left. It was left as it is.</source>
        <translation>Le fichier {file} n’est pas identifiable&#x202f;; ouvrez une sauvegarde ou récupérez ce qui reste. Il a été laissé tel quel.</translation>
    </message>
    <message>
        <source>{file} cannot be read as a workbook; open it in the program that made it, save it again as .xlsx and try again.</source>
        <translation>{file} ne peut être lu comme classeur&#x202f;; ouvrez-le dans le programme qui l’a produit, enregistrez-le en .xlsx et réessayez.</translation>
    </message>
    <message>
        <source>{file} cannot be read: it is damaged, or needs more memory than a register does; save it again in the program that made it and try again.</source>
        <translation>{file} ne peut être lu&#xa0;: il est endommagé, ou demande plus de mémoire qu’un registre&#x202f;; enregistrez-le à nouveau dans le programme qui l’a produit et réessayez.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}</source>
        <translation>{file} ne peut pas être lu&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{file} contains a record that belongs to no register (row {row} of “{table}”); open a backup.</source>
        <translation>Dans {file}, l’enregistrement {row} de la table «&#xa0;{table}&#xa0;» n’est rattaché à aucun registre&#x202f;; ouvrez une sauvegarde.</translation>
    </message>
    <message>
        <source>{file} could not be opened; look for it in your file manager.</source>
        <translation>{file} n’a pas pu être ouvert&#x202f;; cherchez-le dans votre gestionnaire de fichiers.</translation>
    </message>
    <message>
        <source>{file} does not carry a register; only PDFs that Riskdesk exported with it do.</source>
        <translation>{file} ne contient pas de registre&#x202f;; seuls les PDF que Riskdesk a exportés avec leur registre en contiennent un.</translation>
    </message>
    <message>
        <source>{file} does not have the tables that Riskdesk makes; open a backup. It was left as it is.</source>
        <translation>{file} n’a pas les tables que Riskdesk crée&#x202f;; ouvrez une sauvegarde. Le fichier a été laissé tel quel.</translation>
    </message>
    <message>
        <source>{file} does not hold one object of JSON; correct it and try again.</source>
        <translation>{file} ne contient pas un objet JSON unique&#x202f;; corrigez-le et réessayez.</translation>
    </message>
    <message>
        <source>{file} has a quotation mark in line {line} that does not fit the others; correct it there and try again.</source>
        <translation>À la ligne {line} du fichier {file}, un guillemet ne s’accorde pas avec les autres&#x202f;; corrigez-le et réessayez.</translation>
    </message>
    <message>
        <source>{file} has {count} merged cells; keep the register alone in a copy of it and import that.</source>
        <translation>{file} a {count} cellules fusionnées&#x202f;; gardez le registre seul dans une copie et importez celle-ci.</translation>
    </message>
    <message>
        <source>{file} holds comments or tracked changes; delete the comments, accept or reject the changes in Word, save it and choose it again.</source>
        <translation>{file} contient des commentaires ou des modifications suivies&#x202f;; supprimez les commentaires, acceptez ou refusez les modifications dans Word, enregistrez et choisissez-le à nouveau.</translation>
    </message>
    <message>
        <source>{file} holds definitions that no workbook has and may be malicious; open it in Excel, save it under another name and try again.</source>
        <translation>{file} contient des définitions qu’aucun classeur n’a et qui peuvent nuire&#x202f;; ouvrez-le dans Excel, enregistrez-le sous un autre nom et réessayez.</translation>
    </message>
    <message>
        <source>{file} holds macros or embedded objects, which a template may not; save it in Word as .docx without them and choose that.</source>
        <translation>{file} contient des macros ou des objets incorporés, ce qu’un modèle ne peut pas&#x202f;; enregistrez-le dans Word au format .docx sans eux et choisissez celui-ci.</translation>
    </message>
    <message>
        <source>{file} holds more than any register file does, and may be malicious; open a backup.</source>
        <translation>{file} contient plus qu’aucun fichier de registres&#x202f;; il s’agit peut-être d’un fichier malveillant. Ouvrez une sauvegarde.</translation>
    </message>
    <message>
        <source>{file} holds no register yet.</source>
        <translation>{file} ne contient encore aucun registre.</translation>
    </message>
    <message>
        <source>{file} holds several registers; choose one with {option}: {titles}.</source>
        <translation>{file} contient plusieurs registres&#x202f;; choisissez-en un avec {option}&#xa0;: {titles}.</translation>
    </message>
    <message>
        <source>{file} holds the answer of an owner; take it in with “Take in answers…” in the File menu.</source>
        <translation>{file} contient la réponse d’un responsable&#x202f;; intégrez-la par «&#xa0;Intégrer des réponses…&#xa0;» dans le menu Fichier.</translation>
    </message>
    <message>
        <source>{file} is a kind of document that cannot be imported; save it as .docx or .xlsx without a password and import that.</source>
        <translation>{file} est d’un type qui ne peut être importé&#x202f;; enregistrez-le en .docx ou .xlsx sans mot de passe et importez celui-ci.</translation>
    </message>
    <message>
        <source>{file} is a register file, which is not imported: open it, or merge it if it is a copy of yours. To bring one of its registers into another file, export that as JSON and import this.</source>
        <translation>{file} est un fichier de registres, qui ne s’importe pas&#xa0;: ouvrez-le, ou fusionnez-le si c’est une copie du vôtre. Pour reprendre un de ses registres dans un autre fichier, exportez ce registre au format JSON et importez le résultat.</translation>
    </message>
    <message>
        <source>{file} is an answer about another register; open that register and take it in there.</source>
        <translation>{file} est une réponse qui concerne un autre registre&#x202f;; ouvrez ce registre pour l’y intégrer.</translation>
    </message>
    <message>
        <source>{file} is damaged ({reason}); open a backup, or recover what is left.</source>
        <translation>{file} est endommagé ({reason})&#x202f;; ouvrez une sauvegarde ou récupérez ce qui reste.</translation>
    </message>
    <message>
        <source>{file} is damaged or no backup of this register file; choose another one. It was left as it is.</source>
        <translation>{file} est endommagé ou n’est pas une sauvegarde de ce fichier de registres&#x202f;; choisissez-en une autre. Ce fichier n’a pas été modifié.</translation>
    </message>
    <message>
        <source>{file} is damaged, or not the kind of file that its ending says; open it in the program that made it, save it again and try again.</source>
        <translation>{file} est endommagé ou ne correspond pas à son extension&#x202f;; ouvrez-le dans le programme qui l’a produit, enregistrez-le à nouveau et réessayez.</translation>
    </message>
    <message>
        <source>{file} is damaged; open a backup, or open it to recover what is left. It was left as it is.</source>
        <translation>{file} est endommagé&#x202f;; ouvrez une sauvegarde, ou ouvrez-le pour récupérer ce qui reste. Il a été laissé tel quel.</translation>
    </message>
    <message>
        <source>{file} is locked with a password; save it without one in the program that locked it, then try again.</source>
        <translation>{file} est protégé par un mot de passe&#x202f;; enregistrez-le sans mot de passe dans le programme qui l’a protégé, puis réessayez.</translation>
    </message>
    <message>
        <source>{file} is no PDF that can be read; ask whoever sent it to send it again, or choose another file.</source>
        <translation>{file} n’est pas un PDF lisible&#x202f;; demandez à l’expéditeur de le renvoyer ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>{file} is no Word document that can be a template, or far too large for one; open it in Word, save it again as a Word document (.docx) without a password, and choose that.</source>
        <translation>{file} n’est pas un document Word qui puisse servir de modèle, ou est bien trop volumineux&#x202f;; ouvrez-le dans Word, enregistrez-le à nouveau comme document Word (.docx) sans mot de passe et choisissez celui-ci.</translation>
    </message>
    <message>
        <source>{file} is no answer of an owner: only workbooks that Riskdesk wrote for owners can be.</source>
        <translation>{file} n’est pas la réponse d’un responsable&#xa0;: seuls les classeurs que Riskdesk a enregistrés pour eux peuvent l’être.</translation>
    </message>
    <message>
        <source>{file} is no copy of {store}: they have no register in common. To bring one of its registers into another file, export that as JSON and import this.</source>
        <translation>{file} n’est pas une copie du fichier {store}&#xa0;: ils n’ont aucun registre en commun. Pour reprendre un de ses registres dans un autre fichier, exportez ce registre au format JSON et importez le résultat.</translation>
    </message>
    <message>
        <source>{file} is not a file that can be read; choose another one.</source>
        <translation>{file} n’est pas un fichier qui peut être lu&#x202f;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>{file} is not a file that can be written; choose another name.</source>
        <translation>{file} n’est pas un fichier où l’on puisse écrire&#x202f;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{file} is not a register file of Riskdesk; it was left as it is.</source>
        <translation>{file} n’est pas un fichier de registres de Riskdesk&#x202f;; il a été laissé tel quel.</translation>
    </message>
    <message>
        <source>{file} is not a text file; check its ending and try again.</source>
        <translation>{file} n’est pas un fichier texte&#x202f;; vérifiez son extension et réessayez.</translation>
    </message>
    <message>
        <source>{file} is not text in UTF-8; save it in that encoding and try again.</source>
        <translation>{file} n’est pas un texte encodé en UTF-8&#x202f;; enregistrez-le dans cet encodage et réessayez.</translation>
    </message>
    <message>
        <source>{file} is not there any more.</source>
        <translation>{file} n’existe plus.</translation>
    </message>
    <message>
        <source>{file} is of an older Riskdesk and was not opened, as no backup of it could be made. {reason}</source>
        <translation>{file} est d’une version antérieure de Riskdesk et n’a pas été ouvert, car il n’a pas pu être sauvegardé au préalable. {reason}</translation>
    </message>
    <message>
        <source>{file} is one of several names of one file (hard links) and can only be read under it; copy it, and work in the copy.</source>
        <translation>{file} est l’un des noms d’un même fichier (liens physiques) et ne peut qu’être lu sous ce nom&#x202f;; copiez-le et travaillez dans la copie.</translation>
    </message>
    <message>
        <source>{file} is open in another database program, or was: {other} is in the same folder. Close that program, or move {other} away, and try again.</source>
        <translation>{file} est ou était ouvert dans un autre programme de base de données&#xa0;: {other} se trouve dans le même dossier. Fermez ce programme, ou déplacez {other}, et réessayez.</translation>
    </message>
    <message>
        <source>{file} is open in another program (on {host}, process {pid}); close it there and try again, or delete {lock} if it is open nowhere.</source>
        <translation>{file} est ouvert dans un autre programme (sur {host}, processus {pid})&#x202f;; fermez-le là-bas et réessayez, ou supprimez {lock} s’il n’est ouvert nulle part.</translation>
    </message>
    <message>
        <source>{file} is protected by a password; save it without one and try again.</source>
        <translation>{file} est protégé par un mot de passe&#x202f;; enregistrez-le sans mot de passe et réessayez.</translation>
    </message>
    <message>
        <source>{file} is the register file that is open; choose a copy of it.</source>
        <translation>{file} est le fichier de registres ouvert&#x202f;; choisissez-en une copie.</translation>
    </message>
    <message>
        <source>{file} is there already and is no {format} file; choose another name. It was left as it is.</source>
        <translation>{file} existe déjà et n’est pas un fichier {format}&#x202f;; choisissez un autre nom. Il a été laissé tel quel.</translation>
    </message>
    <message>
        <source>{file} is too large a page; save it as a workbook (.xlsx) and import that.</source>
        <translation>{file} est une page trop grande&#x202f;; enregistrez-la comme classeur (.xlsx) et importez celui-ci.</translation>
    </message>
    <message>
        <source>{file} is too large for a register: it may have at most {most} million bytes; divide the register.</source>
        <translation>{file} est trop grand pour un registre&#xa0;: il peut avoir au plus {most} millions d’octets&#x202f;; divisez le registre.</translation>
    </message>
    <message>
        <source>{file} leads to {other}, which has another ending; choose another name.</source>
        <translation>{file} mène à {other}, dont l’extension est différente&#x202f;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{file} may be open in another program, though {lock} does not say in which; close it there and try again, or delete that file if it is open nowhere.</source>
        <translation>{file} est peut-être ouvert dans un autre programme, mais {lock} ne dit pas lequel&#x202f;; fermez-le là-bas et réessayez, ou supprimez ce fichier-là s’il n’est ouvert nulle part.</translation>
    </message>
    <message>
        <source>{file} names the place of the register twice, beside other text, or in a table or text box; give it one line of its own in Word, save it and choose it again.</source>
        <translation>{file} indique la place du registre deux fois, à côté d’un autre texte, dans un tableau ou dans une zone de texte&#x202f;; mettez-la dans Word sur une ligne à elle seule, enregistrez et choisissez-le à nouveau.</translation>
    </message>
    <message>
        <source>{file} takes something from elsewhere when it is opened ({other}), which a template may not; remove that link in Word, save it and choose it again.</source>
        <translation>{file} va chercher un contenu ailleurs à l’ouverture ({other}), ce qu’un modèle ne peut pas&#x202f;; supprimez ce lien dans Word, enregistrez et choisissez-le à nouveau.</translation>
    </message>
    <message>
        <source>{file} takes too long to read; keep the register alone in a copy of it and import that.</source>
        <translation>La lecture du fichier {file} prend trop de temps&#x202f;; gardez le registre seul dans une copie et importez celle-ci.</translation>
    </message>
    <message>
        <source>{file} was altered by another program or a fault, and its change history is intact: open it to repair it.</source>
        <translation>{file} a été modifié par un autre programme ou une défaillance, et son historique est intact&#xa0;: ouvrez-le pour le réparer.</translation>
    </message>
    <message>
        <source>{file} was changed by another program; open a backup. It was left as it is.</source>
        <translation>{file} a été modifié par un autre programme&#x202f;; ouvrez une sauvegarde. Le fichier a été laissé tel quel.</translation>
    </message>
    <message>
        <source>{file} was deleted or moved while it was open; save what is here as a new file, or put it back.</source>
        <translation>{file} a été supprimé ou déplacé pendant qu’il était ouvert&#x202f;; enregistrez ce qui est ici dans un nouveau fichier, ou remettez-le en place.</translation>
    </message>
    <message>
        <source>{file} was left as it is: {other} in the same folder was not made by Riskdesk and may be malicious; move it away and try again.</source>
        <translation>{file} a été laissé tel quel&#xa0;: {other}, dans le même dossier, n’a pas été créé par Riskdesk et est peut-être malveillant&#x202f;; déplacez-le et réessayez.</translation>
    </message>
    <message>
        <source>{file} was not imported, as another register file was opened meanwhile; import it again.</source>
        <translation>{file} n’a pas été importé, car un autre fichier de registres a été ouvert entre-temps&#x202f;; importez-le de nouveau.</translation>
    </message>
    <message>
        <source>{file} was not made: {other}, left behind by a register file that was there before, cannot be moved away ({reason}); choose another name.</source>
        <translation>{file} n’a pas été créé&#xa0;: {other}, laissé par un fichier de registres qui s’y trouvait auparavant, ne peut pas être déplacé ({reason})&#x202f;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{file} was not read, as Riskdesk cannot start the part of it that reads files ({reason}); close other programs, or close Riskdesk and open it again, and try again.</source>
        <translation>{file} n’a pas été lu, car Riskdesk ne peut pas lancer le programme auxiliaire qui lit les fichiers ({reason})&#x202f;; fermez d’autres programmes, ou fermez Riskdesk et rouvrez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>{file} was not saved ({reason}); choose another place.</source>
        <translation>{file} n’a pas été enregistré ({reason})&#x202f;; choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>{file} was not saved, as the disk has no room for it; make room or choose another disk.</source>
        <translation>{file} n’a pas été enregistré, faute de place sur le disque&#x202f;; libérez de l’espace ou choisissez un autre disque.</translation>
    </message>
    <message>
        <source>{file} was not saved, as the folder {folder} does not exist; choose another folder.</source>
        <translation>{file} n’a pas été enregistré, car le dossier {folder} n’existe pas&#x202f;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{file} was not saved, as {other} is a file, not a folder; choose a folder.</source>
        <translation>{file} n’a pas été enregistré, car {other} est un fichier et non un dossier&#x202f;; choisissez un dossier.</translation>
    </message>
    <message>
        <source>{file} was not saved: it is open in another program or you may not write there; close it there or choose another place.</source>
        <translation>{file} n’a pas été enregistré&#xa0;: il est ouvert dans un autre programme ou vous n’avez pas le droit d’y écrire&#x202f;; fermez-le ou choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>{file} was saved by a newer version of Riskdesk ({version}); update Riskdesk to open it. It was left as it is.</source>
        <translation>{file} a été enregistré par une version plus récente de Riskdesk ({version})&#x202f;; mettez Riskdesk à jour pour l’ouvrir. Il a été laissé tel quel.</translation>
    </message>
    <message>
        <source>{file} would unpack to more than any register needs; keep the register alone in a copy of it and import that.</source>
        <translation>Décompressé, {file} dépasserait tout ce qu’il faut à un registre&#x202f;; gardez le registre seul dans une copie et importez celle-ci.</translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation>{file}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{folder} cannot be used ({reason}); see that it is there and that you may write in it.</source>
        <translation>Le dossier {folder} est inutilisable ({reason})&#x202f;; vérifiez qu’il existe et que vous pouvez y écrire.</translation>
    </message>
    <message>
        <source>{item} · {field}: {now}</source>
        <translation>{item} · {field}&#xa0;: {now}</translation>
    </message>
    <message>
        <source>{item} · {field}: {now} in place of {other}</source>
        <translation>{item} · {field}&#xa0;: {now} remplace {other}</translation>
    </message>
    <message>
        <source>{item} · {field}: {now} was kept, not {other}</source>
        <translation>{item} · {field}&#xa0;: {now} conservé, et non {other}</translation>
    </message>
    <message>
        <source>{item} · {field}: {other}</source>
        <translation>{item} · {field}&#xa0;: {other}</translation>
    </message>
    <message>
        <source>{other} lay where {file} was to be, left behind by a register file that was there before; it was kept as {new}.</source>
        <translation>{other} se trouvait là où {file} devait être, laissé par un fichier de registres qui y était auparavant&#x202f;; il est conservé sous le nom {new}.</translation>
    </message>
    <message>
        <source>{who} has deleted the register that was open here: “{title}”.</source>
        <translation>{who} a supprimé le registre qui était ouvert ici&#xa0;: «&#xa0;{title}&#xa0;».</translation>
    </message>
    <message>
        <source>“{action}” also changed “{register}”, where “{later}” came after it; undo that first.</source>
        <translation>«&#xa0;{action}&#xa0;» a aussi modifié «&#xa0;{register}&#xa0;», où «&#xa0;{later}&#xa0;» est venu ensuite&#x202f;; annulez d’abord cela.</translation>
    </message>
    <message>
        <source>“{action}” also changed “{register}”, where “{later}” was undone after it; redo that first.</source>
        <translation>«&#xa0;{action}&#xa0;» a aussi modifié «&#xa0;{register}&#xa0;», où «&#xa0;{later}&#xa0;» a été annulé ensuite&#x202f;; rétablissez d’abord cela.</translation>
    </message>
    <message>
        <source>“{date}” is no date; write it as year-month-day, such as 2026-11-30.</source>
        <translation>«&#xa0;{date}&#xa0;» n’est pas une date&#x202f;; écrivez année-mois-jour, par exemple 2026-11-30.</translation>
    </message>
    <message>
        <source>“{name}” has taken no step in this register; these have: {people}.</source>
        <translation>«&#xa0;{name}&#xa0;» n’a rien fait dans ce registre&#x202f;; ont agi&#xa0;: {people}.</translation>
    </message>
    <message>
        <source>“{typed}” cannot be saved ({field}): copy it, and type it there as it has to be.</source>
        <translation>«&#xa0;{typed}&#xa0;» ne peut être enregistré ({field})&#xa0;: copiez-le et saisissez-le à sa place comme il doit être.</translation>
    </message>
    <message>
        <source>“{typed}” is no date ({field} of {item}): write it like {example}, or clear the field.</source>
        <translation>«&#xa0;{typed}&#xa0;» n’est pas une date ({field}, {item})&#xa0;: écrivez-la comme {example}, ou videz le champ.</translation>
    </message>
    <message>
        <source>“{typed}” is no filter; write it as FIELD=VALUE, such as owner=Anna.</source>
        <translation>«&#xa0;{typed}&#xa0;» n’est pas un filtre&#x202f;; écrivez-le sous la forme CHAMP=VALEUR, par exemple owner=Anna.</translation>
    </message>
    <message>
        <source>“{typed}” is no pair of levels; write likelihood and impact, such as 4,3.</source>
        <translation>«&#xa0;{typed}&#xa0;» n’est pas une paire de degrés&#x202f;; écrivez la probabilité et l’impact, par exemple 4,3.</translation>
    </message>
    <message>
        <source>“{typed}” is no value of {filter}; choose among {known}.</source>
        <translation>«&#xa0;{typed}&#xa0;» n’est pas une valeur possible ({filter})&#x202f;; choisissez parmi {known}.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Riskdesk is open already. To import {file}, drop it on the window, or choose it with “Import register…” in the File menu.</source>
        <translation>Riskdesk est déjà ouvert. Pour importer {file}, déposez-le sur la fenêtre, ou choisissez-le par «&#xa0;Importer un registre…&#xa0;» dans le menu Fichier.</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message numerus="yes">
        <source>%Ln risk(s) assessed</source>
        <translation>
            <numerusform>%Ln risque évalué</numerusform>
            <numerusform>%Ln risques évalués</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Précédent</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>Assessed &amp;ones too</source>
        <translation>Aussi ceux qui sont é&amp;valués</translation>
    </message>
    <message>
        <source>Back to the register (Esc)</source>
        <translation>Retour au registre (Échap)</translation>
    </message>
    <message>
        <source>Risk {number} of {count}</source>
        <translation>Risque {number} sur {count}</translation>
    </message>
    <message>
        <source>The next risk (Enter, Page Down)</source>
        <translation>Risque suivant (Entrée, Page suivante)</translation>
    </message>
    <message>
        <source>The risk before (Shift+Enter, Page Up)</source>
        <translation>Risque précédent (Maj+Entrée, Page précédente)</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
</context>
<context>
    <name>QCupsJobWidget</name>
    <message>
        <source>&amp;Billing information:</source>
        <translation>Informations de &amp;facturation&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;End:</source>
        <translation>&amp;Fin&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Start:</source>
        <translation>&amp;Début&#xa0;:</translation>
    </message>
    <message>
        <source>Job &amp;priority:</source>
        <translation>Prio&amp;rité de la tâche&#xa0;:</translation>
    </message>
    <message>
        <source>Scheduled &amp;printing:</source>
        <translation>Im&amp;pression programmée&#xa0;:</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Rechercher dans&#xa0;:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Type de fichiers&#xa0;:</translation>
    </message>
</context>
<context>
    <name>QPageSetupWidget</name>
    <message>
        <source>Page &amp;order:</source>
        <translation>&amp;Ordre des pages&#xa0;:</translation>
    </message>
    <message>
        <source>Pages &amp;per sheet:</source>
        <translation>Pages par &amp;feuille&#xa0;:</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Page &amp;Set:</source>
        <translation>&amp;Pages&#xa0;:</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Backspace</source>
        <translation>Retour arrière</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Entrée</translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>Nothing is to be asked.</source>
        <translation>Aucune question.</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>There is no mitigation yet.</source>
        <translation>Il n’y a pas encore de mesure.</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Clear this &amp;list</source>
        <translation>&amp;Vider la liste</translation>
    </message>
    <message>
        <source>No other file was open yet</source>
        <translation>Aucun autre fichier n’a encore été ouvert</translation>
    </message>
    <message>
        <source>Open re&amp;cent</source>
        <translation>Ouvrir un fichier ré&amp;cent</translation>
    </message>
</context>
<context>
    <name>RegisterList</name>
    <message numerus="yes">
        <source>%Ln item(s) selected</source>
        <translation>
            <numerusform>%Ln élément sélectionné</numerusform>
            <numerusform>%Ln éléments sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Copy, print and export</source>
        <translation>Copier, imprimer et exporter</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grouper</translation>
    </message>
    <message>
        <source>List of the register</source>
        <translation>Liste du registre</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Trier</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
</context>
<context>
    <name>RegistersPanel</name>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>&amp;Export PDF…</source>
        <translation>&amp;Exporter en PDF…</translation>
    </message>
    <message>
        <source>&amp;New register…</source>
        <translation>&amp;Nouveau registre…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Renommer</translation>
    </message>
    <message>
        <source>&amp;Send a copy…</source>
        <translation>En&amp;voyer une copie…</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>&amp;Dupliquer</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Registres</translation>
    </message>
    <message>
        <source>This file holds no register yet. File ▸ New register makes one.</source>
        <translation>Ce fichier ne contient encore aucun registre. Fichier ▸ Nouveau registre en crée un.</translation>
    </message>
    <message>
        <source>Untitled register</source>
        <translation>Registre sans titre</translation>
    </message>
</context>
<context>
    <name>RemapDialog</name>
    <message numerus="yes">
        <source>%Ln level(s) become empty, as you chose.</source>
        <translation>
            <numerusform>%Ln degré devient vide, comme vous l’avez choisi.</numerusform>
            <numerusform>%Ln degrés deviennent vides, comme vous l’avez choisi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s) fall into another band.</source>
        <translation>
            <numerusform>%Ln risque change de niveau.</numerusform>
            <numerusform>%Ln risques changent de niveau.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change &amp;scale</source>
        <translation>&amp;Changer d’échelle</translation>
    </message>
    <message>
        <source>Change scale</source>
        <translation>Changement d’échelle</translation>
    </message>
    <message>
        <source>Choose what each level becomes. All is changed in one step, which can be undone.</source>
        <translation>Choisissez ce que devient chaque degré. Tout est modifié en une seule étape, qui peut être annulée.</translation>
    </message>
    <message>
        <source>Risks whose band changes</source>
        <translation>Risques qui changent de niveau</translation>
    </message>
</context>
<context>
    <name>Renumbered</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Some references were taken; these risks have new ones:</source>
        <translation>Certaines références étaient déjà prises&#x202f;; ces risques en ont de nouvelles&#xa0;:</translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln endroit</numerusform>
            <numerusform>%Ln endroits</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Tout</translation>
    </message>
    <message>
        <source>&amp;Find:</source>
        <translation>Rec&amp;hercher&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;In:</source>
        <translation>&amp;Dans&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Remplacer</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>All texts</source>
        <translation>Tous les textes</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Rechercher et remplacer</translation>
    </message>
    <message>
        <source>Match &amp;case</source>
        <translation>Respecter la &amp;casse</translation>
    </message>
    <message>
        <source>Re&amp;place with:</source>
        <translation>Rem&amp;placer par&#xa0;:</translation>
    </message>
    <message>
        <source>What would be replaced</source>
        <translation>Ce qui serait remplacé</translation>
    </message>
    <message>
        <source>Whole &amp;words</source>
        <translation>&amp;Mots entiers</translation>
    </message>
    <message>
        <source>{count} found in {places}</source>
        <translation>Occurrences&#xa0;: {count}, dans {places}</translation>
    </message>
    <message>
        <source>{found}; {count} ticked in {places}</source>
        <translation>{found}&#x202f;; cochées&#xa0;: {count}, dans {places}</translation>
    </message>
    <message>
        <source>{item}: {field}</source>
        <translation>{item}&#xa0;: {field}</translation>
    </message>
</context>
<context>
    <name>ReplacedDialog</name>
    <message>
        <source>&amp;Open what is there now</source>
        <translation>&amp;Ouvrir ce qui s’y trouve</translation>
    </message>
    <message>
        <source>&amp;Save mine as a new file…</source>
        <translation>&amp;Enregistrer ma version dans un nouveau fichier…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Contenu enregistré</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Stay in read-only</source>
        <translation>Poursuivre en lecture seule</translation>
    </message>
    <message>
        <source>The file is gone</source>
        <translation>Le fichier a disparu</translation>
    </message>
    <message>
        <source>The file was replaced</source>
        <translation>Le fichier a été remplacé</translation>
    </message>
    <message>
        <source>This was saved as {file}. Look it over before you go on.</source>
        <translation>Le contenu a été enregistré sous {file}. Vérifiez-le avant de poursuivre.</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message numerus="yes">
        <source>%Ln risk(s) without levels that the scale no longer has</source>
        <translation>
            <numerusform>%Ln risque sans les degrés que l’échelle n’a plus</numerusform>
            <numerusform>%Ln risques sans les degrés que l’échelle n’a plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for a good backup…</source>
        <translation>Recherche d’une sauvegarde intacte…</translation>
    </message>
    <message>
        <source>Restored as it was: {item}</source>
        <translation>Rétabli tel qu’il était&#xa0;: {item}</translation>
    </message>
    <message>
        <source>Restored: {field}</source>
        <translation>Rétabli&#xa0;: {field}</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Restauration…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>{items} brought back</source>
        <translation>Rétablissement&#xa0;: {items}</translation>
    </message>
    <message>
        <source>{old} is taken: now {new}</source>
        <translation>{old} est déjà attribuée&#xa0;: désormais {new}</translation>
    </message>
</context>
<context>
    <name>RiskPage</name>
    <message>
        <source>Residual: {score}</source>
        <translation>Résiduel&#xa0;: {score}</translation>
    </message>
    <message>
        <source>Risk {reference}</source>
        <translation>Risque {reference}</translation>
    </message>
</context>
<context>
    <name>Saved</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Enregistré sous le nom {file}</translation>
    </message>
</context>
<context>
    <name>SavedViews</name>
    <message>
        <source>&amp;Delete view</source>
        <translation>&amp;Supprimer la vue</translation>
    </message>
    <message>
        <source>&amp;Delete “{name}”</source>
        <translation>&amp;Supprimer «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>&amp;Rename view…</source>
        <translation>&amp;Renommer la vue…</translation>
    </message>
    <message>
        <source>&amp;Rename “{name}”…</source>
        <translation>&amp;Renommer «&#xa0;{name}&#xa0;»…</translation>
    </message>
    <message>
        <source>&amp;Save view</source>
        <translation>&amp;Enregistrer la vue</translation>
    </message>
    <message>
        <source>&amp;Save “{name}”</source>
        <translation>&amp;Enregistrer «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Save view &amp;as…</source>
        <translation>Enregistrer la vue s&amp;ous…</translation>
    </message>
</context>
<context>
    <name>ScaleDialog</name>
    <message>
        <source>&amp;Apply…</source>
        <translation>&amp;Appliquer…</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>A&amp;bandonner</translation>
    </message>
    <message>
        <source>&amp;Go on editing</source>
        <translation>&amp;Continuer la saisie</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Remplacer</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>Niveaux de risque</translation>
    </message>
    <message>
        <source>Its colour can hardly be told from that of “{name}”.</source>
        <translation>Sa couleur se distingue à peine de celle de «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>Name of the scale in English</source>
        <translation>Nom de l’échelle en anglais</translation>
    </message>
    <message>
        <source>Name of the scale in French</source>
        <translation>Nom de l’échelle en français</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Échelle</translation>
    </message>
    <message>
        <source>What you changed in the scale is not in force. Discard it?</source>
        <translation>Vos modifications de l’échelle ne sont pas en vigueur. Les abandonner&#x202f;?</translation>
    </message>
    <message>
        <source>What you entered is not in force. Replace it with “{name}”?</source>
        <translation>Votre saisie n’est pas en vigueur. La remplacer par «&#xa0;{name}&#xa0;»&#x202f;?</translation>
    </message>
</context>
<context>
    <name>ScaleField</name>
    <message>
        <source>{name}…</source>
        <translation>{name}…</translation>
    </message>
</context>
<context>
    <name>ScoreLine</name>
    <message>
        <source>Before the mitigations: {scores}</source>
        <translation>Avant les mesures&#xa0;: {scores}</translation>
    </message>
    <message>
        <source>Residual: {scores}</source>
        <translation>Résiduel&#xa0;: {scores}</translation>
    </message>
    <message>
        <source>Score over time</source>
        <translation>Score au fil du temps</translation>
    </message>
    <message>
        <source>not assessed</source>
        <translation>non évalué</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>{score} since {date}</source>
        <translation>{score} depuis le {date}</translation>
    </message>
    <message>
        <source>╌╌ residual</source>
        <translation>╌╌ résiduel</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Occurrence suivante (F3)</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Occurrence précédente (Maj+F3)</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Find in the register</source>
        <translation>Rechercher dans le registre</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>Aucune occurrence</translation>
    </message>
    <message>
        <source>No register is open</source>
        <translation>Aucun registre ouvert</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>{count} of {all} filled in</source>
        <translation>Champs renseignés&#xa0;: {count} sur {all}</translation>
    </message>
</context>
<context>
    <name>SendCopyDialog</name>
    <message>
        <source>&amp;What:</source>
        <translation>&amp;Contenu&#xa0;:</translation>
    </message>
    <message>
        <source>All registers of the file</source>
        <translation>Tous les registres du fichier</translation>
    </message>
    <message>
        <source>Include the &amp;names of owners and authors</source>
        <translation>Inclure les &amp;noms des responsables et des auteurs</translation>
    </message>
    <message>
        <source>Include the change &amp;history (everyone&apos;s earlier and deleted text)</source>
        <translation>Inclure l’&amp;historique des modifications (textes antérieurs et supprimés de chacun)</translation>
    </message>
    <message>
        <source>Save copy…</source>
        <translation>Enregistrer la copie…</translation>
    </message>
    <message>
        <source>Send a copy</source>
        <translation>Envoyer une copie</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message numerus="yes">
        <source>%Ln workbook(s)</source>
        <translation>
            <numerusform>%Ln classeur</numerusform>
            <numerusform>%Ln classeurs</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>D&amp;ossier&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Owners:</source>
        <translation>&amp;Responsables&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Write workbooks</source>
        <translation>&amp;Enregistrer les classeurs</translation>
    </message>
    <message>
        <source>Nothing is written; select at least one owner.</source>
        <translation>Rien ne sera enregistré&#x202f;; cochez au moins un responsable.</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Tout cocher</translation>
    </message>
    <message>
        <source>Select &amp;none</source>
        <translation>Tout &amp;décocher</translation>
    </message>
    <message>
        <source>Send to owners</source>
        <translation>Envoyer aux responsables</translation>
    </message>
    <message>
        <source>There is no such folder; choose one that is there.</source>
        <translation>Ce dossier est introuvable&#x202f;; choisissez un dossier existant.</translation>
    </message>
    <message numerus="yes">
        <source>with %Ln risk(s) and mitigations in all</source>
        <translation>
            <numerusform>avec %Ln risque ou mesure en tout</numerusform>
            <numerusform>avec %Ln risques et mesures en tout</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendingTask</name>
    <message numerus="yes">
        <source>%Ln workbook(s) saved in {folder}</source>
        <translation>
            <numerusform>%Ln classeur enregistré dans {folder}</numerusform>
            <numerusform>%Ln classeurs enregistrés dans {folder}</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Assess</source>
        <translation>Évaluer</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Presse-papiers</translation>
    </message>
    <message>
        <source>No register is open: choose one on the left, or make one with File ▸ New register.</source>
        <translation>Aucun registre n’est ouvert&#xa0;: choisissez-en un à gauche ou créez-en un avec Fichier ▸ Nouveau registre.</translation>
    </message>
    <message>
        <source>Sheet of the register</source>
        <translation>Feuille du registre</translation>
    </message>
</context>
<context>
    <name>SheetModel</name>
    <message>
        <source>Add a category</source>
        <translation>Ajouter une catégorie</translation>
    </message>
    <message>
        <source>Add a mitigation</source>
        <translation>Ajouter une mesure d’atténuation</translation>
    </message>
    <message>
        <source>Add a risk</source>
        <translation>Ajouter un risque</translation>
    </message>
    <message>
        <source>Add an entry</source>
        <translation>Ajouter une ligne</translation>
    </message>
    <message>
        <source>Describe this mitigation</source>
        <translation>Décrire cette mesure d’atténuation</translation>
    </message>
    <message>
        <source>Describe this risk</source>
        <translation>Décrire ce risque</translation>
    </message>
    <message>
        <source>Name this category</source>
        <translation>Nommer cette catégorie</translation>
    </message>
    <message>
        <source>Name this register</source>
        <translation>Nommer ce registre</translation>
    </message>
</context>
<context>
    <name>SheetSpeech</name>
    <message numerus="yes">
        <source>%Ln mitigation(s)</source>
        <translation>
            <numerusform>%Ln mesure</numerusform>
            <numerusform>%Ln mesures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s)</source>
        <translation>
            <numerusform>%Ln risque</numerusform>
            <numerusform>%Ln risques</numerusform>
        </translation>
    </message>
    <message>
        <source>category {category}</source>
        <translation>catégorie {category}</translation>
    </message>
    <message>
        <source>category {number} of {count}</source>
        <translation>catégorie {number} sur {count}</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>modifié depuis</translation>
    </message>
    <message>
        <source>entry {number} of {count}</source>
        <translation>ligne {number} sur {count}</translation>
    </message>
    <message>
        <source>mitigation {number} of {count}, entry {entry}</source>
        <translation>mesure {number} sur {count}, ligne {entry}</translation>
    </message>
    <message>
        <source>removed since</source>
        <translation>supprimé depuis</translation>
    </message>
    <message>
        <source>risk {number} of {count}, entry {entry}</source>
        <translation>risque {number} sur {count}, ligne {entry}</translation>
    </message>
    <message>
        <source>{place}, new</source>
        <translation>{place}, nouveau texte</translation>
    </message>
    <message>
        <source>{place}: {risks}, {mitigations}</source>
        <translation>{place}&#xa0;: {risks}, {mitigations}</translation>
    </message>
</context>
<context>
    <name>ShiftsModel</name>
    <message>
        <source>Band</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Residual band</source>
        <translation>Niveau résiduel</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risque</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangé</translation>
    </message>
</context>
<context>
    <name>Splitter</name>
    <message>
        <source>Border, to be moved with the arrow keys</source>
        <translation>Bordure, à déplacer avec les flèches</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>not assessed</source>
        <translation>non évalué</translation>
    </message>
    <message>
        <source>score {score}</source>
        <translation>score {score}</translation>
    </message>
    <message>
        <source>{half} not assessed</source>
        <translation>{half}&#xa0;: sans évaluation</translation>
    </message>
    <message>
        <source>{half} {level}</source>
        <translation>{half} {level}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%Ln category(s)</source>
        <translation>
            <numerusform>%Ln catégorie</numerusform>
            <numerusform>%Ln catégories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mitigation(s)</source>
        <translation>
            <numerusform>%Ln mesure</numerusform>
            <numerusform>%Ln mesures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) not saved</source>
        <translation>
            <numerusform>%Ln texte non enregistré</numerusform>
            <numerusform>%Ln textes non enregistrés</numerusform>
        </translation>
    </message>
    <message>
        <source>All changes are saved</source>
        <translation>Toutes les modifications sont enregistrées</translation>
    </message>
    <message>
        <source>File deleted, moved or replaced</source>
        <translation>Fichier supprimé, déplacé ou remplacé</translation>
    </message>
    <message>
        <source>Found in {place}</source>
        <translation>Trouvé dans&#xa0;: {place}</translation>
    </message>
    <message>
        <source>Not saved yet: {text}</source>
        <translation>Pas encore enregistré&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Enregistré à {time}</translation>
    </message>
    <message>
        <source>{assessed} of {risks} assessed</source>
        <translation>Risques évalués&#xa0;: {assessed} sur {risks}</translation>
    </message>
</context>
<context>
    <name>StayingMenu</name>
    <message>
        <source>checked</source>
        <translation>coché</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>non coché</translation>
    </message>
</context>
<context>
    <name>StepsModel</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>{action} · {items}</source>
        <translation>{action} · {items}</translation>
    </message>
    <message>
        <source>{step} (undone)</source>
        <translation>{step} (étape annulée)</translation>
    </message>
</context>
<context>
    <name>StepsView</name>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
</context>
<context>
    <name>StillBench</name>
    <message>
        <source>Nothing is saved yet.</source>
        <translation>Rien n’est encore enregistré.</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>No risks</source>
        <translation>Aucun risque</translation>
    </message>
    <message>
        <source>{assessed} of {risks} assessed</source>
        <translation>Évalués&#xa0;: {assessed} sur {risks}</translation>
    </message>
</context>
<context>
    <name>SwitchOffDialog</name>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Motif&#xa0;:</translation>
    </message>
    <message>
        <source>Say why, so that others know.</source>
        <translation>Indiquez le motif, pour que les autres le connaissent.</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>Switch off: {gap}</source>
        <translation>Désactiver&#xa0;: {gap}</translation>
    </message>
    <message>
        <source>such as: agreed by the Steering Committee</source>
        <translation>par exemple&#xa0;: décidé par le comité de pilotage</translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>Blank register</source>
        <translation>Registre vierge</translation>
    </message>
    <message>
        <source>Example: Kazakhstan 2024-2027</source>
        <translation>Exemple&#xa0;: Kazakhstan 2024-2027</translation>
    </message>
    <message>
        <source>Five categories of a co-operation programme</source>
        <translation>Cinq catégories d’un programme de coopération</translation>
    </message>
</context>
<context>
    <name>TemplateFields</name>
    <message>
        <source>A Word document of your office can give its styles, header, footer and page set-up.</source>
        <translation>Un document Word de votre service peut fournir ses styles, son en-tête, son pied de page et sa mise en page.</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>C&amp;hoisir…</translation>
    </message>
    <message>
        <source>Choose a template</source>
        <translation>Choisir un modèle</translation>
    </message>
    <message>
        <source>Its styles, header, footer and page set-up are used; its text is replaced by the register, unless a line of it says {register}.</source>
        <translation>Ses styles, son en-tête, son pied de page et sa mise en page sont repris&#x202f;; son texte est remplacé par le registre, sauf si une ligne ne contient que {register}.</translation>
    </message>
    <message>
        <source>Its text is kept; the register goes where it says {register}.</source>
        <translation>Son texte est conservé&#x202f;; le registre prend la place de la ligne {register}.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>Re&amp;tirer</translation>
    </message>
    <message>
        <source>Remove the template</source>
        <translation>Retirer le modèle</translation>
    </message>
    <message>
        <source>Styles that it lacks are added: {names}.</source>
        <translation>Les styles qui lui manquent sont ajoutés&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Word documents and templates (*.docx *.dotx)</source>
        <translation>Documents et modèles Word (*.docx *.dotx)</translation>
    </message>
</context>
<context>
    <name>TextSearch</name>
    <message>
        <source>Find on this page</source>
        <translation>Rechercher dans la page</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>Aucune occurrence</translation>
    </message>
</context>
<context>
    <name>ThenWindow</name>
    <message>
        <source>Added since</source>
        <translation>Ajoutés depuis</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>Modifiés depuis</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>Exporter en PDF…</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>Nothing has changed since.</source>
        <translation>Rien n’a changé depuis.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Removed since</source>
        <translation>Supprimés depuis</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>The register as it was on {moment}, to be read only. {changed} changed since · {removed} removed since</source>
        <translation>Le registre tel qu’il était le {moment}, en lecture seule. {changed} modifié depuis · {removed} supprimé depuis</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Barre d’outils</translation>
    </message>
    <message>
        <source>What became of it since</source>
        <translation>Ce qui a changé depuis</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more item(s)</source>
        <translation>
            <numerusform>et %Ln autre élément</numerusform>
            <numerusform>et %Ln autres éléments</numerusform>
        </translation>
    </message>
    <message>
        <source>{head} ({count})</source>
        <translation>{head} ({count})</translation>
    </message>
    <message>
        <source>“{register}” as it was on {moment}</source>
        <translation>«&#xa0;{register}&#xa0;» tel qu’il était le {moment}</translation>
    </message>
</context>
<context>
    <name>TogetherDialog</name>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln modification</numerusform>
            <numerusform>%Ln modifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay(s) as they are</source>
        <translation>
            <numerusform>%Ln reste tel quel</numerusform>
            <numerusform>%Ln restent tels quels</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>&amp;Modifier</translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln mitigation(s) together</source>
        <translation>
            <numerusform>Modifier %Ln mesure</numerusform>
            <numerusform>Modifier %Ln mesures ensemble</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln risk(s) together</source>
        <translation>
            <numerusform>Modifier %Ln risque</numerusform>
            <numerusform>Modifier %Ln risques ensemble</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose what is to change.</source>
        <translation>Choisissez ce qui est à modifier.</translation>
    </message>
    <message>
        <source>Nothing can be changed while this cannot be saved: {fields}</source>
        <translation>Rien ne peut être modifié tant que ceci ne peut pas être enregistré&#xa0;: {fields}</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Ce qui change</translation>
    </message>
    <message>
        <source>{changes}, {same}</source>
        <translation>{changes}, {same}</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrice</translation>
    </message>
    <message>
        <source>Mitigation</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risque</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Feuille</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>TransferCommands</name>
    <message>
        <source>Import register</source>
        <translation>Importer un registre</translation>
    </message>
</context>
<context>
    <name>Unfolded</name>
    <message>
        <source>Risks of the cell</source>
        <translation>Risques de la case</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>(deleted)</source>
        <translation>(élément supprimé)</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>déplacement</translation>
    </message>
    <message>
        <source>{bands}; tolerated up to {band}</source>
        <translation>{bands}&#x202f;; toléré jusqu’à {band}</translation>
    </message>
    <message>
        <source>{field} changed</source>
        <translation>{field} – modification</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}&#xa0;: {before} → {after}</translation>
    </message>
    <message>
        <source>{item} · {field}: {text}</source>
        <translation>{item} · {field}&#xa0;: {text}</translation>
    </message>
    <message>
        <source>{kind} added: {text}</source>
        <translation>{kind} – ajout&#xa0;: {text}</translation>
    </message>
    <message>
        <source>{kind} removed: {text}</source>
        <translation>{kind} – suppression&#xa0;: {text}</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>«&#xa0;{text}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>ViewChoices</name>
    <message>
        <source>Colo&amp;urs</source>
        <translation>T&amp;hème</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Thème sombre</translation>
    </message>
    <message>
        <source>Icons only</source>
        <translation>Icônes seules</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>La&amp;ngue</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Thème clair</translation>
    </message>
    <message>
        <source>Tool &amp;bar</source>
        <translation>&amp;Barre d’outils</translation>
    </message>
    <message>
        <source>Use system setting</source>
        <translation>Selon le système</translation>
    </message>
    <message>
        <source>Words beside the icons</source>
        <translation>Texte à côté des icônes</translation>
    </message>
    <message>
        <source>Words under the icons</source>
        <translation>Texte sous les icônes</translation>
    </message>
</context>
<context>
    <name>ViewNameDialog</name>
    <message>
        <source>Another view has this name.</source>
        <translation>Une autre vue porte ce nom.</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>Renommer la vue</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Enregistrer cette vue</translation>
    </message>
    <message>
        <source>such as “Unassessed” or “For the Steering Committee”</source>
        <translation>par exemple «&#xa0;Non évalués&#xa0;» ou «&#xa0;Pour le comité de pilotage&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>%p%</source>
        <translation>%p&#xa0;%</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparaison…</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Copie…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Pasting…</source>
        <translation>Collage…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
</context>
<context>
    <name>WaitingTask</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message numerus="yes">
        <source>%Ln due</source>
        <translation>
            <numerusform>%Ln échéance atteinte</numerusform>
            <numerusform>%Ln échéances atteintes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mitigation(s) overdue</source>
        <translation>
            <numerusform>%Ln mesure en retard</numerusform>
            <numerusform>%Ln mesures en retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln review date(s) passed</source>
        <translation>
            <numerusform>%Ln date de réexamen dépassée</numerusform>
            <numerusform>%Ln dates de réexamen dépassées</numerusform>
        </translation>
    </message>
    <message>
        <source>A register file that you were sent, or that lies in a folder of your team.</source>
        <translation>Un fichier de registres que vous avez reçu, ou qui se trouve dans un dossier de votre équipe.</translation>
    </message>
    <message>
        <source>A register in Word or Excel, or a PDF or JSON file that Riskdesk wrote.</source>
        <translation>Un registre dans Word ou Excel, ou un fichier PDF ou JSON produit par Riskdesk.</translation>
    </message>
    <message>
        <source>Back to the register</source>
        <translation>Retour au registre</translation>
    </message>
    <message>
        <source>Begin a new register</source>
        <translation>Commencer un registre</translation>
    </message>
    <message>
        <source>Blank, or with the five usual categories of a programme.</source>
        <translation>Vierge, ou avec les cinq catégories habituelles d’un programme.</translation>
    </message>
    <message>
        <source>Each thing you do is saved at once. F1 opens the manual.</source>
        <translation>Chaque action est aussitôt enregistrée. F1 ouvre le manuel.</translation>
    </message>
    <message>
        <source>Import a document</source>
        <translation>Importer un document</translation>
    </message>
    <message>
        <source>Look at the example</source>
        <translation>Découvrir l’exemple</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Ouvrir un fichier</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Fichiers récents</translation>
    </message>
    <message>
        <source>The whole register of a programme, to read and to try everything on.</source>
        <translation>Le registre complet d’un programme, à lire et pour tout essayer.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Welcome to Riskdesk</source>
        <translation>Bienvenue dans Riskdesk</translation>
    </message>
    <message>
        <source>Write, assess and print the risk register of a co-operation programme.</source>
        <translation>Rédigez, évaluez et imprimez le registre des risques d’un programme de coopération.</translation>
    </message>
    <message numerus="yes">
        <source>{due}; %Ln new since {day}</source>
        <translation>
            <numerusform>{due}, dont %Ln depuis le {day}</numerusform>
            <numerusform>{due}, dont %Ln depuis le {day}</numerusform>
        </translation>
    </message>
    <message>
        <source>{file}: {due}</source>
        <translation>{file}&#xa0;: {due}</translation>
    </message>
</context>
<context>
    <name>WindowTitle</name>
    <message>
        <source>My register file</source>
        <translation>Mon fichier de registres</translation>
    </message>
    <message>
        <source>Open file: {path}</source>
        <translation>Fichier ouvert&#xa0;: {path}</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>Read-only: this file was open elsewhere, and is free now.</source>
        <translation>Lecture seule&#xa0;: ce fichier était ouvert ailleurs, et il est libre à présent.</translation>
    </message>
</context>
<context>
    <name>_Block</name>
    <message>
        <source>from low to high, such as 0–30 %, 30–70 %, 70–100 %</source>
        <translation>du plus bas au plus haut, par exemple 0–30&#xa0;%, 30–70&#xa0;%, 70–100&#xa0;%</translation>
    </message>
    <message>
        <source>such as {day}</source>
        <translation>par exemple {day}</translation>
    </message>
</context>
<context>
    <name>_CategoryList</name>
    <message>
        <source>Untitled category</source>
        <translation>Catégorie sans titre</translation>
    </message>
</context>
<context>
    <name>_Columns</name>
    <message>
        <source>As you chose; kept for other files with these heads.</source>
        <translation>Selon votre choix&#x202f;; gardé pour les autres fichiers qui ont ces en-têtes.</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>Premières valeurs</translation>
    </message>
    <message>
        <source>Guess again</source>
        <translation>Supposer à nouveau</translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%Ln category(s)</source>
        <translation>
            <numerusform>%Ln catégorie</numerusform>
            <numerusform>%Ln catégories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln closed or rejected risk(s) left out</source>
        <translation>
            <numerusform>%Ln risque clos ou rejeté non repris</numerusform>
            <numerusform>%Ln risques clos ou rejetés non repris</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln ligne</numerusform>
            <numerusform>%Ln lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) added</source>
        <translation>
            <numerusform>%Ln élément ajouté</numerusform>
            <numerusform>%Ln éléments ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) changed</source>
        <translation>
            <numerusform>%Ln élément modifié</numerusform>
            <numerusform>%Ln éléments modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) removed</source>
        <translation>
            <numerusform>%Ln élément supprimé</numerusform>
            <numerusform>%Ln éléments supprimés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mitigation(s)</source>
        <translation>
            <numerusform>%Ln mesure</numerusform>
            <numerusform>%Ln mesures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new risk(s)</source>
        <translation>
            <numerusform>%Ln nouveau risque</numerusform>
            <numerusform>%Ln nouveaux risques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln register(s)</source>
        <translation>
            <numerusform>%Ln registre</numerusform>
            <numerusform>%Ln registres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s)</source>
        <translation>
            <numerusform>%Ln risque</numerusform>
            <numerusform>%Ln risques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s) differ(s)</source>
        <translation>
            <numerusform>%Ln risque diffère</numerusform>
            <numerusform>%Ln risques diffèrent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s) not in the file, kept</source>
        <translation>
            <numerusform>%Ln risque absent du fichier, gardé</numerusform>
            <numerusform>%Ln risques absents du fichier, gardés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s) the same</source>
        <translation>
            <numerusform>%Ln risque identique</numerusform>
            <numerusform>%Ln risques identiques</numerusform>
        </translation>
    </message>
    <message>
        <source>{risks}, {count} closed or rejected</source>
        <translation>{risks}, dont {count} à l’état clos ou rejeté</translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message>
        <source>Answers taken in: {changes}</source>
        <translation>Réponses intégrées&#xa0;: {changes}</translation>
    </message>
    <message numerus="yes">
        <source>Assess %Ln risk(s)…</source>
        <translation>
            <numerusform>Évaluer %Ln risque…</numerusform>
            <numerusform>Évaluer %Ln risques…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Choose a response to %Ln risk(s)…</source>
        <translation>
            <numerusform>Choisir le traitement de %Ln risque…</numerusform>
            <numerusform>Choisir le traitement de %Ln risques…</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy merged: {changes}</source>
        <translation>Copie fusionnée&#xa0;: {changes}</translation>
    </message>
    <message numerus="yes">
        <source>Escalate %Ln risk(s)…</source>
        <translation>
            <numerusform>Faire remonter %Ln risque…</numerusform>
            <numerusform>Faire remonter %Ln risques…</numerusform>
        </translation>
    </message>
    <message>
        <source>Give new references</source>
        <translation>Donner de nouvelles références</translation>
    </message>
    <message>
        <source>Imported: {changes}</source>
        <translation>Import effectué&#xa0;: {changes}</translation>
    </message>
    <message>
        <source>Moved to “{title}”</source>
        <translation>Déplacement vers «&#xa0;{title}&#xa0;»</translation>
    </message>
    <message>
        <source>Print settings “{name}” deleted</source>
        <translation>Réglages d’impression «&#xa0;{name}&#xa0;» supprimés</translation>
    </message>
    <message>
        <source>Redone: {action}</source>
        <translation>Rétabli&#xa0;: {action}</translation>
    </message>
    <message>
        <source>Register “{title}” added</source>
        <translation>Registre «&#xa0;{title}&#xa0;» ajouté</translation>
    </message>
    <message>
        <source>Register “{title}” added: {items}</source>
        <translation>Registre «&#xa0;{title}&#xa0;» ajouté&#xa0;: {items}</translation>
    </message>
    <message>
        <source>Register “{title}” deleted</source>
        <translation>Registre «&#xa0;{title}&#xa0;» supprimé</translation>
    </message>
    <message>
        <source>Saved view “{name}” deleted</source>
        <translation>Vue enregistrée «&#xa0;{name}&#xa0;» supprimée</translation>
    </message>
    <message numerus="yes">
        <source>Scale changed, with the levels of %Ln risk(s)</source>
        <translation>
            <numerusform>Échelle modifiée, avec les degrés de %Ln risque</numerusform>
            <numerusform>Échelle modifiée, avec les degrés de %Ln risques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set due date of %Ln mitigation(s)…</source>
        <translation>
            <numerusform>Définir l’échéance de %Ln mesure…</numerusform>
            <numerusform>Définir l’échéance de %Ln mesures…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set next review of %Ln risk(s)…</source>
        <translation>
            <numerusform>Définir le prochain réexamen de %Ln risque…</numerusform>
            <numerusform>Définir le prochain réexamen de %Ln risques…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set owner of %Ln mitigation(s)…</source>
        <translation>
            <numerusform>Définir le responsable de %Ln mesure…</numerusform>
            <numerusform>Définir le responsable de %Ln mesures…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set owner of %Ln risk(s)…</source>
        <translation>
            <numerusform>Définir le responsable de %Ln risque…</numerusform>
            <numerusform>Définir le responsable de %Ln risques…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set residual to inherent for %Ln risk(s)</source>
        <translation>
            <numerusform>Aligner le résiduel sur l’inhérent pour %Ln risque</numerusform>
            <numerusform>Aligner le résiduel sur l’inhérent pour %Ln risques</numerusform>
        </translation>
    </message>
    <message>
        <source>Swap the two dates</source>
        <translation>Inverser les deux dates</translation>
    </message>
    <message numerus="yes">
        <source>Text replaced in %Ln place(s)</source>
        <translation>
            <numerusform>Texte remplacé à %Ln endroit</numerusform>
            <numerusform>Texte remplacé à %Ln endroits</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone: {action}</source>
        <translation>Annulé&#xa0;: {action}</translation>
    </message>
    <message>
        <source>{action}: “{title}”</source>
        <translation>{action}&#xa0;: «&#xa0;{title}&#xa0;»</translation>
    </message>
    <message>
        <source>{items} changed</source>
        <translation>Modification&#xa0;: {items}</translation>
    </message>
    <message>
        <source>{items} deleted</source>
        <translation>Suppression&#xa0;: {items}</translation>
    </message>
    <message>
        <source>{items} duplicated</source>
        <translation>Duplication&#xa0;: {items}</translation>
    </message>
    <message>
        <source>{items} pasted</source>
        <translation>Collage&#xa0;: {items}</translation>
    </message>
</context>
</TS>
