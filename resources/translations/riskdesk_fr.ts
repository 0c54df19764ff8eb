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
        <source>Assess risk</source>
        <translation>Évaluation du risque</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
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
        <source>Delete print set</source>
        <translation>Supprimer le profil d’impression</translation>
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
        <translation>Duplication du registre</translation>
    </message>
    <message>
        <source>Duplicate risk</source>
        <translation>Duplication d’un risque</translation>
    </message>
    <message>
        <source>Edit mitigation</source>
        <translation>Modification d’une mesure</translation>
    </message>
    <message>
        <source>Edit register</source>
        <translation>Modification du registre</translation>
    </message>
    <message>
        <source>Edit risk</source>
        <translation>Modification d’un risque</translation>
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
        <source>Keep print set</source>
        <translation>Conserver un profil d’impression</translation>
    </message>
    <message>
        <source>Merge a copy</source>
        <translation>Fusionner une copie</translation>
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
        <source>New register</source>
        <translation>Nouveau registre</translation>
    </message>
    <message>
        <source>Paste category</source>
        <translation>Collage d’une catégorie</translation>
    </message>
    <message>
        <source>Paste entry</source>
        <translation>Collage d’une ligne</translation>
    </message>
    <message>
        <source>Paste items</source>
        <translation>Collage d’éléments</translation>
    </message>
    <message>
        <source>Paste mitigation</source>
        <translation>Collage d’une mesure</translation>
    </message>
    <message>
        <source>Paste risk</source>
        <translation>Collage d’un risque</translation>
    </message>
    <message>
        <source>Rename category</source>
        <translation>Changement de nom d’une catégorie</translation>
    </message>
    <message>
        <source>Rename print set</source>
        <translation>Renommer le profil d’impression</translation>
    </message>
    <message>
        <source>Replace text</source>
        <translation>Remplacement de texte</translation>
    </message>
    <message>
        <source>Salvage</source>
        <translation>Récupérer</translation>
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
        <source>&amp;Backups…</source>
        <translation>S&amp;auvegardes…</translation>
    </message>
    <message>
        <source>&amp;Check the store…</source>
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
        <source>&amp;Delete register…</source>
        <translation>&amp;Supprimer le registre…</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Edit text</source>
        <translation>&amp;Modifier le texte</translation>
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
        <source>&amp;Manual</source>
        <translation>&amp;Manuel</translation>
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
        <translation>Taille &amp;normale</translation>
    </message>
    <message>
        <source>&amp;Open store…</source>
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
        <translation>Registres et ca&amp;tégories</translation>
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
        <source>Add &amp;category</source>
        <translation>Ajouter une ca&amp;tégorie</translation>
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
        <source>Export &amp;register document…</source>
        <translation>E&amp;xporter le document de registre…</translation>
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
        <source>Go to &amp;categories</source>
        <translation>Aller aux &amp;catégories</translation>
    </message>
    <message>
        <source>Go to re&amp;gisters</source>
        <translation>Aller aux re&amp;gistres</translation>
    </message>
    <message>
        <source>Go to the &amp;sheet</source>
        <translation>Aller à la &amp;feuille</translation>
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
        <source>Ins&amp;pector</source>
        <translation>&amp;Inspecteur</translation>
    </message>
    <message>
        <source>M&amp;ove up</source>
        <translation>Déplacer vers le &amp;haut</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Déplacer vers le &amp;bas</translation>
    </message>
    <message>
        <source>New s&amp;tore…</source>
        <translation>Nouveau &amp;fichier de registres…</translation>
    </message>
    <message>
        <source>Open in the PDF &amp;viewer</source>
        <translation>Ouvrir dans le &amp;lecteur PDF</translation>
    </message>
    <message>
        <source>Open my o&amp;wn store</source>
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
        <source>Select &amp;all</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Barre d’outils</translation>
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
    <message numerus="yes">
        <source>%n item(s) added</source>
        <translation>
            <numerusform>%n ajout</numerusform>
            <numerusform>%n ajouts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) changed</source>
        <translation>
            <numerusform>%n modification</numerusform>
            <numerusform>%n modifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) removed</source>
        <translation>
            <numerusform>%n suppression</numerusform>
            <numerusform>%n suppressions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mitigation(s)</source>
        <translation>
            <numerusform>%n mesure</numerusform>
            <numerusform>%n mesures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n register(s)</source>
        <translation>
            <numerusform>%n registre</numerusform>
            <numerusform>%n registres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n risk(s)</source>
        <translation>
            <numerusform>%n risque</numerusform>
            <numerusform>%n risques</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>&amp;Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>&amp;Restore as a new store…</source>
        <translation>&amp;Restaurer dans un nouveau fichier…</translation>
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
        <source>Holds {what}. Since then: {changed}.</source>
        <translation>Contient {what}. Depuis&#xa0;: {changed}.</translation>
    </message>
    <message>
        <source>Holds {what}: the same as now.</source>
        <translation>Contient {what}&#xa0;: identique à aujourd’hui.</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Faite le</translation>
    </message>
    <message>
        <source>Riskdesk backs this store up by itself when it is opened, while it is changed, and when it is closed. Nothing here is ever put over it: what is restored becomes a new store.</source>
        <translation>Riskdesk sauvegarde ce fichier de lui-même à l’ouverture, pendant les modifications et à la fermeture. Une sauvegarde ne le remplace jamais&#xa0;: ce qui est restauré devient un nouveau fichier.</translation>
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
        <translation>Il n’y a pas encore de sauvegarde.</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Aujourd’hui</translation>
    </message>
</context>
<context>
    <name>CategoriesPanel</name>
    <message>
        <source>Categories</source>
        <translation>Catégories</translation>
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
    <name>CommandLine</name>
    <message>
        <source>1 closed or rejected risk is left out; --ended prints it.</source>
        <translation>1 risque clos ou rejeté n’est pas repris&#x202f;; --ended l’imprime.</translation>
    </message>
    <message>
        <source>Backed up as {file}</source>
        <translation>Sauvegardé sous {file}</translation>
    </message>
    <message>
        <source>Changed in both: {what}: here “{mine}”, in the copy “{theirs}”</source>
        <translation>Modifié des deux côtés&#xa0;: {what}&#xa0;: ici «&#xa0;{mine}&#xa0;», dans la copie «&#xa0;{theirs}&#xa0;»</translation>
    </message>
    <message>
        <source>Nothing has changed since the newest backup.</source>
        <translation>Rien n’a changé depuis la dernière sauvegarde.</translation>
    </message>
    <message>
        <source>Repaired from the journal: {number} items.</source>
        <translation>Réparé d’après le journal&#xa0;: {number} éléments.</translation>
    </message>
    <message>
        <source>Restored as {file}</source>
        <translation>Restauré sous {file}</translation>
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
        <source>The store is sound.</source>
        <translation>Le fichier de registres est sain.</translation>
    </message>
    <message>
        <source>These characters are in no font of Riskdesk and are printed as “�”: {signs}</source>
        <translation>Ces caractères ne figurent dans aucune police de Riskdesk et s’impriment sous la forme «&#xa0;�&#xa0;»&#xa0;: {signs}</translation>
    </message>
    <message>
        <source>Without a command, the window opens on FILE or on your own store.</source>
        <translation>Sans commande, la fenêtre s’ouvre sur FILE ou sur votre propre fichier de registres.</translation>
    </message>
    <message>
        <source>a store (*.riskdesk)</source>
        <translation>un fichier de registres (*.riskdesk)</translation>
    </message>
    <message>
        <source>add the register of a JSON file or of a PDF to a store</source>
        <translation>ajouter à un fichier de registres le registre d’un fichier JSON ou d’un PDF</translation>
    </message>
    <message>
        <source>as a print set of the register says; what else is given goes before it</source>
        <translation>comme le dit un profil d’impression du registre, sauf ce qui est indiqué à part</translation>
    </message>
    <message>
        <source>as a register document, for other programs</source>
        <translation>sous la forme d’un document de registre, pour d’autres programmes</translation>
    </message>
    <message>
        <source>as of this date, such as 2026-11-30, instead of today: what is overdue, which reviews are due</source>
        <translation>à cette date, par exemple 2026-11-30, au lieu d’aujourd’hui&#xa0;: ce qui est en retard, les réexamens à faire</translation>
    </message>
    <message>
        <source>back a store up among the backups that Riskdesk makes itself</source>
        <translation>sauvegarder un fichier de registres parmi les sauvegardes que Riskdesk fait lui-même</translation>
    </message>
    <message>
        <source>blank, coe or kazakhstan-2024-2027</source>
        <translation>blank, coe ou kazakhstan-2024-2027</translation>
    </message>
    <message>
        <source>bring into a store what was written in a copy of it</source>
        <translation>reprendre dans un fichier de registres ce qui a été écrit dans une copie</translation>
    </message>
    <message>
        <source>check the health of a store, then the gaps of its registers</source>
        <translation>vérifier l’état d’un fichier de registres, puis les lacunes de ses registres</translation>
    </message>
    <message>
        <source>columns of the working register, with commas</source>
        <translation>colonnes du registre de travail, séparées par des virgules</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>commandes</translation>
    </message>
    <message>
        <source>exit with 1 if there are gaps</source>
        <translation>terminer avec le code 1 s’il y a des lacunes</translation>
    </message>
    <message>
        <source>first write what the journal says where it differs</source>
        <translation>d’abord rétablir ce que dit le journal là où le fichier diffère</translation>
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
        <source>list the backups of a store, or make a new store of one</source>
        <translation>lister les sauvegardes d’un fichier de registres, ou en restaurer une dans un nouveau fichier</translation>
    </message>
    <message>
        <source>list the templates of a new register</source>
        <translation>énumérer les modèles d’un nouveau registre</translation>
    </message>
    <message>
        <source>make a store with a new register</source>
        <translation>créer un fichier de registres avec un nouveau registre</translation>
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
        <source>riskdesk opens one FILE at a time.</source>
        <translation>riskdesk n’ouvre qu’un FILE à la fois.</translation>
    </message>
    <message>
        <source>riskdesk: there is no screen to open the window on; “riskdesk export FILE OUT.pdf” and the other commands (riskdesk --help) need none.</source>
        <translation>riskdesk&#xa0;: il n’y a pas d’écran où ouvrir la fenêtre&#x202f;; «&#xa0;riskdesk export FILE OUT.pdf&#xa0;» et les autres commandes (riskdesk --help) n’en ont pas besoin.</translation>
    </message>
    <message>
        <source>save what is left in a damaged store into a new one, and say what came back</source>
        <translation>enregistrer dans un nouveau fichier ce qui reste d’un fichier endommagé, et dire ce qui a été récupéré</translation>
    </message>
    <message>
        <source>say what would come in, and change nothing</source>
        <translation>indiquer ce qui serait ajouté, sans rien modifier</translation>
    </message>
    <message>
        <source>show a register as text</source>
        <translation>afficher un registre sous forme de texte</translation>
    </message>
    <message>
        <source>the copy (*.riskdesk), which stays as it is</source>
        <translation>la copie (*.riskdesk), qui reste telle quelle</translation>
    </message>
    <message>
        <source>the file to read (.json, or a PDF of Riskdesk)</source>
        <translation>le fichier à lire (.json, ou un PDF de Riskdesk)</translation>
    </message>
    <message>
        <source>the file to write (.pdf or .json)</source>
        <translation>le fichier à écrire (.pdf ou .json)</translation>
    </message>
    <message>
        <source>the store to make</source>
        <translation>le fichier de registres à créer</translation>
    </message>
    <message>
        <source>title of the register</source>
        <translation>titre du registre</translation>
    </message>
    <message>
        <source>title or id, where there are several registers</source>
        <translation>titre ou identifiant, s’il y a plusieurs registres</translation>
    </message>
    <message>
        <source>what holds where both changed the same: the store (mine) or the copy (theirs)</source>
        <translation>ce qui vaut là où les deux ont modifié la même chose&#xa0;: le fichier (mine) ou la copie (theirs)</translation>
    </message>
    <message>
        <source>which document: the appendix has no assessments, the others have</source>
        <translation>quel document&#xa0;: l’annexe est sans évaluations, les autres les montrent</translation>
    </message>
    <message>
        <source>which one, as the list counts</source>
        <translation>laquelle, par son numéro dans la liste</translation>
    </message>
    <message>
        <source>with closed and rejected risks, which only the working register has otherwise</source>
        <translation>avec les risques clos ou rejetés, que seul le registre de travail reprend sinon</translation>
    </message>
    <message>
        <source>with or without the register inside the PDF; if neither is given, a handling mark other than “Internal” keeps it out of all documents but the appendix, which has no more inside than it prints</source>
        <translation>avec ou sans le registre dans le PDF&#x202f;; sans cette option, une mention de diffusion autre qu’«&#xa0;Interne&#xa0;» l’exclut de tous les documents, sauf de l’annexe, qui ne contient rien de plus que ce qu’elle imprime</translation>
    </message>
    <message>
        <source>write a register as PDF or JSON, by the ending of OUT</source>
        <translation>écrire un registre en PDF ou en JSON, selon l’extension de OUT</translation>
    </message>
    <message>
        <source>{count} closed or rejected risks are left out; --ended prints them.</source>
        <translation>{count} risques clos ou rejetés ne sont pas repris&#x202f;; --ended les imprime.</translation>
    </message>
    <message>
        <source>{old} was given in both; in what comes in it is now {new}</source>
        <translation>{old} a été donnée des deux côtés&#x202f;; dans ce qui arrive, c’est maintenant {new}</translation>
    </message>
    <message>
        <source>{old} was given twice; the second is now {new}</source>
        <translation>{old} a été donnée deux fois&#x202f;; la seconde est maintenant {new}</translation>
    </message>
    <message>
        <source>{title}: {categories} categories, {risks} risks, {mitigations} mitigations</source>
        <translation>{title}&#xa0;: {categories} catégories, {risks} risques, {mitigations} mesures d’atténuation</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Changed by somebody else</source>
        <translation>Modifié par quelqu’un d’autre</translation>
    </message>
    <message>
        <source>Keep &amp;theirs</source>
        <translation>&amp;Garder la sienne</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>La sienne</translation>
    </message>
    <message>
        <source>Theirs, which is stored</source>
        <translation>La sienne, qui est enregistrée</translation>
    </message>
    <message>
        <source>Write &amp;mine</source>
        <translation>&amp;Écrire la mienne</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>La vôtre</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mitigation(s)</source>
        <translation>
            <numerusform>%n mesure</numerusform>
            <numerusform>%n mesures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n risk(s)</source>
        <translation>
            <numerusform>%n risque</numerusform>
            <numerusform>%n risques</numerusform>
        </translation>
    </message>
    <message>
        <source>Highest risk</source>
        <translation>Risque le plus élevé</translation>
    </message>
    <message>
        <source>There is no risk here.</source>
        <translation>Il n’y a pas de risque ici.</translation>
    </message>
    <message>
        <source>{count} of {all} assessed</source>
        <translation>Évalués&#xa0;: {count} sur {all}</translation>
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
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Damaged store</source>
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
        <source>Salvaged</source>
        <translation>Récupéré</translation>
    </message>
    <message>
        <source>The newest good backup was made on {time}.</source>
        <translation>La dernière bonne sauvegarde date du {time}.</translation>
    </message>
    <message>
        <source>There is no backup of it.</source>
        <translation>Il n’y en a pas de sauvegarde.</translation>
    </message>
    <message>
        <source>This was saved as {file}. Look it over before you go on.</source>
        <translation>Voici ce qui a été enregistré sous {file}. Relisez-le avant de continuer.</translation>
    </message>
    <message>
        <source>{file} is damaged. It is left as it is; what you choose here goes into a new store.</source>
        <translation>{file} est endommagé. Il reste tel quel&#x202f;; ce que vous choisissez ici va dans un nouveau fichier.</translation>
    </message>
    <message>
        <source>{file} was changed by another program or a fault. Its journal, which is whole, says what it held: below are the values as they are, and as they will be when it is repaired.</source>
        <translation>{file} a été modifié par un autre programme ou par une défaillance. Son journal, qui est intact, dit ce qu’il contenait&#xa0;: voici les valeurs telles qu’elles sont, et telles qu’elles seront après réparation.</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Choose a date (Alt+Down)</source>
        <translation>Choisir une date (Alt+Bas)</translation>
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
    <name>Drafting</name>
    <message>
        <source>&amp;Put back</source>
        <translation>&amp;Remettre en place</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>This text was not stored. It can be put where it was being written, which undo takes back, or copied from here.</source>
        <translation>Ce texte n’a pas été enregistré. Il peut être rétabli là où vous l’écriviez, ce qui s’annule, ou copié d’ici.</translation>
    </message>
    <message>
        <source>Unfinished text</source>
        <translation>Texte inachevé</translation>
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
    <message numerus="yes">
        <source>%n closed or rejected risk(s) left out</source>
        <translation>
            <numerusform>%n risque clos ou rejeté non repris</numerusform>
            <numerusform>%n risques clos ou rejetés non repris</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing {file} …</source>
        <translation>Écriture de {file}…</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Écrit&#xa0;: {file}</translation>
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
        <source>&amp;Open the PDF when it is written</source>
        <translation>Ou&amp;vrir le PDF une fois écrit</translation>
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
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>Exporter en PDF</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>O&amp;rientation:</source>
        <translation>O&amp;rientation&#xa0;:</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>There is a file {file} already. Replace it?</source>
        <translation>Un fichier {file} existe déjà. Faut-il le remplacer&#x202f;?</translation>
    </message>
</context>
<context>
    <name>Gap</name>
    <message>
        <source>entry without a mitigation</source>
        <translation>ligne sans mesure d’atténuation</translation>
    </message>
    <message>
        <source>entry without a risk</source>
        <translation>ligne sans risque</translation>
    </message>
    <message>
        <source>in the highest band and not escalated</source>
        <translation>au niveau le plus élevé et non porté à l’échelon supérieur</translation>
    </message>
    <message>
        <source>mitigation overdue</source>
        <translation>mesure en retard</translation>
    </message>
    <message>
        <source>no action owner</source>
        <translation>mesure sans responsable</translation>
    </message>
    <message>
        <source>no description</source>
        <translation>sans description</translation>
    </message>
    <message>
        <source>no due date</source>
        <translation>sans échéance</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>sans responsable</translation>
    </message>
    <message>
        <source>not assessed</source>
        <translation>non évalué</translation>
    </message>
    <message>
        <source>reference given twice</source>
        <translation>référence donnée deux fois</translation>
    </message>
    <message>
        <source>residual assessment above the inherent one</source>
        <translation>risque résiduel plus élevé que le risque inhérent</translation>
    </message>
    <message>
        <source>review due</source>
        <translation>révision à effectuer</translation>
    </message>
    <message>
        <source>the period ends before it begins</source>
        <translation>la période finit avant de commencer</translation>
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
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Riskdesk help</source>
        <translation>Aide de Riskdesk</translation>
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
        <source>This list is kept in English.</source>
        <translation>Cette liste n’est tenue qu’en anglais.</translation>
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
    <name>Import</name>
    <message>
        <source>Reading {file} …</source>
        <translation>Lecture de {file} …</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message numerus="yes">
        <source>%n item(s) selected</source>
        <translation>
            <numerusform>%n élément sélectionné</numerusform>
            <numerusform>%n éléments sélectionnés</numerusform>
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
        <source>Not stored yet.</source>
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
        <source>%n page(s) printed</source>
        <translation>
            <numerusform>%n page imprimée</numerusform>
            <numerusform>%n pages imprimées</numerusform>
        </translation>
    </message>
    <message>
        <source>Printing page {page} of {pages} …</source>
        <translation>Impression de la page {page} sur {pages}…</translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation>Impression…</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Écrit&#xa0;: {file}</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>At its end: join the bullet below to it</source>
        <translation>À la fin&#xa0;: lui réunir la puce du dessous</translation>
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
        <translation>Choisir un niveau</translation>
    </message>
    <message>
        <source>Clear a level</source>
        <translation>Retirer un niveau</translation>
    </message>
    <message>
        <source>End a field and keep what was typed</source>
        <translation>Terminer un champ et garder ce qui a été saisi</translation>
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
        <translation>Le terminer et garder le texte</translation>
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
        <source>Go to the other column</source>
        <translation>Passer à l’autre colonne</translation>
    </message>
    <message>
        <source>Go to what is above or below</source>
        <translation>Aller à l’élément du dessus ou du dessous</translation>
    </message>
    <message>
        <source>In the fields of the inspector</source>
        <translation>Dans les champs de l’inspecteur</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Open a list or a calendar</source>
        <translation>Ouvrir une liste ou un calendrier</translation>
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
        <source>While a text is written on the sheet</source>
        <translation>Pendant la saisie d’un texte sur la feuille</translation>
    </message>
    <message>
        <source>While something is selected on the sheet</source>
        <translation>Quand un élément est sélectionné sur la feuille</translation>
    </message>
    <message>
        <source>Write its text</source>
        <translation>Modifier son texte</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close without it? It cannot be kept for next time either: stay, and copy it first.</source>
        <translation>Fermer sans enregistrer ce texte&#x202f;? Il ne peut pas non plus être conservé pour la prochaine fois&#xa0;: restez, et copiez-le d’abord.</translation>
    </message>
    <message>
        <source>Close without it? You will be offered this text next time you open the file.</source>
        <translation>Fermer sans enregistrer ce texte&#x202f;? Il vous sera proposé à la prochaine ouverture du fichier.</translation>
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
        <source>This text is not stored:</source>
        <translation>Ce texte n’est pas enregistré&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Losing</name>
    <message numerus="yes">
        <source>%n mitigation(s) become risks and lose: {fields}. Go on nevertheless?</source>
        <translation>
            <numerusform>%n mesure d’atténuation devient un risque et perd&#xa0;: {fields}. Continuer malgré tout&#x202f;?</numerusform>
            <numerusform>%n mesures d’atténuation deviennent des risques et perdent&#xa0;: {fields}. Continuer malgré tout&#x202f;?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n risk(s) become mitigations and lose: {fields}. Go on nevertheless?</source>
        <translation>
            <numerusform>%n risque devient une mesure d’atténuation et perd&#xa0;: {fields}. Continuer malgré tout&#x202f;?</numerusform>
            <numerusform>%n risques deviennent des mesures d’atténuation et perdent&#xa0;: {fields}. Continuer malgré tout&#x202f;?</numerusform>
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
        <translation>Ajouter aux mots du &amp;registre</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Aucune suggestion</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%n value(s) were changed in both: yours stay, but where you tick it the value of the copy is taken.</source>
        <translation>
            <numerusform>%n valeur a été modifiée des deux côtés&#xa0;: la vôtre reste, sauf si vous cochez celle de la copie.</numerusform>
            <numerusform>%n valeurs ont été modifiées des deux côtés&#xa0;: les vôtres restent, sauf là où vous cochez celle de la copie.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Fusionner</translation>
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
        <source>Nothing comes in.</source>
        <translation>Rien n’est repris.</translation>
    </message>
    <message>
        <source>This was written in {file} since it and this store were the same. It comes in as one step.</source>
        <translation>Voici ce qui a été écrit dans {file} depuis que ce fichier et celui-ci étaient identiques. Le tout est repris en une seule étape.</translation>
    </message>
    <message>
        <source>What comes in</source>
        <translation>Ce qui est repris</translation>
    </message>
</context>
<context>
    <name>Missing</name>
    <message>
        <source>Some characters are in no font of Riskdesk and are printed as a replacement sign:</source>
        <translation>Certains caractères ne figurent dans aucune police de Riskdesk et s’impriment sous la forme d’un signe de remplacement&#xa0;:</translation>
    </message>
</context>
<context>
    <name>NewRegisterDialog</name>
    <message>
        <source>&amp;Language of the register:</source>
        <translation>&amp;Langue du registre&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Made from:</source>
        <translation>&amp;Modèle&#xa0;:</translation>
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
        <source>such as the name of the programme</source>
        <translation>par exemple le nom du programme</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
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
        <translation>Ouvrir en lecture</translation>
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
        <source>Take {file} over from {host}? Do so only if nobody works there any more: what they write at the same time is not lost, but both of you will be asked about it.</source>
        <translation>Prendre la main sur {file}, ouvert sur {host}&#x202f;? Ne le faites que si personne n’y travaille plus&#xa0;: ce qui y serait écrit en même temps n’est pas perdu, mais il vous sera demandé à tous deux de choisir.</translation>
    </message>
    <message>
        <source>This store can only be read, as its file has other names, too (hard links): copy it, and work in the copy.</source>
        <translation>Ce fichier de registres ne peut qu’être lu, car il porte aussi d’autres noms (liens physiques)&#xa0;: copiez-le et travaillez dans la copie.</translation>
    </message>
    <message>
        <source>This store can only be read, as nothing can be written beside it: check its folder and the length of its name.</source>
        <translation>Ce fichier de registres est en lecture seule, car rien ne peut être écrit à côté&#xa0;: vérifiez son dossier et la longueur de son nom.</translation>
    </message>
    <message>
        <source>This store is open on {host} and can only be read here.</source>
        <translation>Ce fichier de registres est ouvert sur {host} et n’est ici qu’en lecture seule.</translation>
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
    <name>Overlay</name>
    <message>
        <source>Text of the line</source>
        <translation>Texte de la ligne</translation>
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
        <source>Pages</source>
        <translation>Pages</translation>
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
        <source>Backups of the open store</source>
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
        <source>Open store</source>
        <translation>Fichier de registres ouvert</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Texts not yet stored</source>
        <translation>Textes pas encore enregistrés</translation>
    </message>
    <message>
        <source>Where files lie</source>
        <translation>Emplacement des fichiers</translation>
    </message>
    <message>
        <source>Your own store</source>
        <translation>Votre propre fichier</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>Vos mots</translation>
    </message>
    <message>
        <source>{folder} could not be opened; copy its name and open it in your file manager.</source>
        <translation>{folder} n’a pas pu être ouvert&#x202f;; copiez son nom et ouvrez-le dans votre gestionnaire de fichiers.</translation>
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
    <name>Preview</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
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
        <source>The pages are being made …</source>
        <translation>Préparation des pages…</translation>
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
        <source>&amp;Name:</source>
        <translation>&amp;Nom&#xa0;:</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Keep print set</source>
        <translation>Conserver un profil d’impression</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Rename print set</source>
        <translation>Renommer le profil d’impression</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
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
        <source>&amp;Keep as print set…</source>
        <translation>&amp;Conserver comme profil…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Renommer…</translation>
    </message>
    <message>
        <source>Print set</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Ways to print that are kept with the register</source>
        <translation>Profils d’impression conservés avec le registre</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>A program ended while it was writing to {file}; open the file again.</source>
        <translation>Un programme s’est arrêté pendant qu’il écrivait dans {file}&#x202f;; rouvrez ce fichier.</translation>
    </message>
    <message>
        <source>A store holds {most} MB at most; send a copy without history, and go on working in that.</source>
        <translation>Un fichier de registres contient {most}&#xa0;Mo au plus&#x202f;; envoyez une copie sans historique et continuez à travailler dans celle-ci.</translation>
    </message>
    <message>
        <source>A store holds {most} steps at most; send a copy without history, and go on working in that.</source>
        <translation>Un fichier de registres contient {most} étapes au plus&#x202f;; envoyez une copie sans historique et continuez à travailler dans celle-ci.</translation>
    </message>
    <message>
        <source>Another file was put in the place of {file} while it was open; compare both and choose.</source>
        <translation>Un autre fichier a pris la place de {file} pendant qu’il était ouvert&#x202f;; comparez les deux et choisissez.</translation>
    </message>
    <message>
        <source>Another risk has the reference {reference}, or would have it; every risk needs one of its own.</source>
        <translation>Un autre risque a ou aurait la référence {reference}&#x202f;; chaque risque doit avoir la sienne.</translation>
    </message>
    <message>
        <source>Came back from the journal alone, and may be older than what was there: {number}</source>
        <translation>Revenus du journal seul, peut-être plus anciens que ce qui s’y trouvait&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Came back – registers: {registers}, categories: {categories}, risks: {risks}, mitigations: {mitigations}.</source>
        <translation>Récupéré – registres&#xa0;: {registers}, catégories&#xa0;: {categories}, risques&#xa0;: {risks}, mesures&#xa0;: {mitigations}.</translation>
    </message>
    <message>
        <source>Could not be read, and is now as in a new register: {number}</source>
        <translation>Illisibles, désormais comme dans un nouveau registre&#xa0;: {number}</translation>
    </message>
    <message>
        <source>From the backup of {time}, as it had not been opened since ({kind}): “{name}”.</source>
        <translation>Repris de la sauvegarde du {time}, faute d’avoir été ouvert depuis ({kind})&#xa0;: «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>In the scale “{scale}”, each level and each band needs a name of its own; correct it and try again.</source>
        <translation>Dans l’échelle «&#xa0;{scale}&#xa0;», chaque niveau de probabilité, d’impact et de score doit avoir un nom à lui&#x202f;; corrigez-la et réessayez.</translation>
    </message>
    <message>
        <source>In the scale “{scale}”, the bands have to rise, the last one to the highest score, {highest}, and no table is needed; correct it and try again.</source>
        <translation>Dans l’échelle «&#xa0;{scale}&#xa0;», les niveaux de score doivent être croissants, le dernier aller jusqu’au score le plus élevé, {highest}, et il ne faut pas de tableau&#x202f;; corrigez-la et réessayez.</translation>
    </message>
    <message>
        <source>In the scale “{scale}”, the table needs a band for each pair of levels; correct it and try again.</source>
        <translation>Dans l’échelle «&#xa0;{scale}&#xa0;», le tableau doit donner un niveau de score pour chaque couple de niveaux&#x202f;; corrigez-la et réessayez.</translation>
    </message>
    <message>
        <source>In {file}, row {row} of “{table}” lies in nothing; open a backup.</source>
        <translation>Dans {file}, la ligne {row} de «&#xa0;{table}&#xa0;» n’est rattachée à rien&#x202f;; ouvrez une sauvegarde.</translation>
    </message>
    <message>
        <source>In {file}, step {step} of the journal holds what Riskdesk never writes; open a backup or salvage it.</source>
        <translation>Dans {file}, l’étape {step} du journal contient ce que Riskdesk n’écrit jamais&#x202f;; ouvrez une sauvegarde ou récupérez ce qui reste.</translation>
    </message>
    <message>
        <source>In {file}, step {step} of the journal takes back a step that cannot be taken back; open a backup or salvage it.</source>
        <translation>Dans {file}, l’étape {step} du journal annule une étape qui ne peut pas l’être&#x202f;; ouvrez une sauvegarde ou récupérez ce qui reste.</translation>
    </message>
    <message>
        <source>In {file}, the index of the journal differs at step {step}: another program or a fault changed it; repair it.</source>
        <translation>Dans {file}, l’index du journal diffère à l’étape {step}&#xa0;: un autre programme ou une défaillance l’a modifié&#x202f;; réparez-le.</translation>
    </message>
    <message>
        <source>In {file}, the {kind} {id} differs from the journal: another program or a fault changed it; repair it.</source>
        <translation>Dans {file}, un élément ({kind} {id}) diffère du journal&#xa0;: un autre programme ou une défaillance l’a modifié&#x202f;; réparez-le.</translation>
    </message>
    <message>
        <source>In {file}, the {kind} {id} holds what Riskdesk never writes; open a backup or salvage it.</source>
        <translation>Dans {file}, un élément ({kind} {id}) contient ce que Riskdesk n’écrit jamais&#x202f;; ouvrez une sauvegarde ou récupérez ce qui reste.</translation>
    </message>
    <message>
        <source>Is garbled, and nothing else is left of it: {number}</source>
        <translation>Altérés, sans que rien d’autre en reste&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Is lost; what was in it lies under a heading that says so: {number}</source>
        <translation>Perdus&#x202f;; leur contenu se trouve sous un titre qui le dit&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Is not in the new store, as this is all that is left of it: {number}</source>
        <translation>Absents du nouveau fichier, car c’est tout ce qui en reste&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Name the number of a backup (1 to {last}) and the new store.</source>
        <translation>Indiquez le numéro d’une sauvegarde (1 à {last}) et le nouveau fichier.</translation>
    </message>
    <message>
        <source>No backup of {file} was made: {reason}</source>
        <translation>Aucune sauvegarde de {file} n’a été faite&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>No program that opens {file} was found; install a PDF viewer and try again.</source>
        <translation>Aucun programme pour ouvrir {file} n’a été trouvé&#x202f;; installez un lecteur PDF et réessayez.</translation>
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
        <source>Not saved: the clock of this computer is wrong, it says {time}; set it and try again.</source>
        <translation>Non enregistré&#xa0;: l’horloge de cet ordinateur est fausse, elle indique {time}&#x202f;; réglez-la et réessayez.</translation>
    </message>
    <message>
        <source>Not saved: the disk of {file} does not answer; check it and try again.</source>
        <translation>Non enregistré&#xa0;: le disque de {file} ne répond pas&#x202f;; vérifiez-le et réessayez.</translation>
    </message>
    <message>
        <source>Not saved: the disk of {file} is full; make room and try again.</source>
        <translation>Non enregistré&#xa0;: le disque de {file} est plein&#x202f;; libérez de l’espace et réessayez.</translation>
    </message>
    <message>
        <source>Not saved: the same was changed in the meantime by {who}; look at both and choose.</source>
        <translation>Non enregistré&#xa0;: la même chose a été modifiée entre-temps par {who}&#x202f;; regardez les deux et choisissez.</translation>
    </message>
    <message>
        <source>Not saved: this is more than a store can take in one step; divide it and try again.</source>
        <translation>Non enregistré&#xa0;: c’est plus qu’un fichier de registres ne peut recevoir en une étape&#x202f;; divisez-le et réessayez.</translation>
    </message>
    <message>
        <source>Not saved: this is more than {file} can take in one step; divide it and try again.</source>
        <translation>Non enregistré&#xa0;: c’est plus que {file} ne peut prendre en une étape&#x202f;; divisez-le et réessayez.</translation>
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
        <source>Nothing of a register is left in {file}; open a backup.</source>
        <translation>Il ne reste rien d’un registre dans {file}&#x202f;; ouvrez une sauvegarde.</translation>
    </message>
    <message>
        <source>Nothing was saved, as no register was open and there is no backup; save what is left of the file with “riskdesk salvage”.</source>
        <translation>Rien n’a été enregistré, car aucun registre n’était ouvert et il n’existe aucune sauvegarde&#x202f;; enregistrez ce qui reste du fichier avec «&#xa0;riskdesk salvage&#xa0;».</translation>
    </message>
    <message>
        <source>Nothing was taken back, as the last step is now “{action}” by {who}; look at it and try again.</source>
        <translation>Rien n’a été modifié, car la dernière étape est maintenant «&#xa0;{action}&#xa0;», de {who}&#x202f;; regardez-la et recommencez.</translation>
    </message>
    <message>
        <source>Nothing was taken back, as {who} did “{action}” in the meantime; look at what is there now and try again.</source>
        <translation>Rien n’a été modifié, car {who} a fait «&#xa0;{action}&#xa0;» entre-temps&#x202f;; regardez ce qu’il y a maintenant et recommencez.</translation>
    </message>
    <message>
        <source>Nothing would be left of the reference {reference}; every risk needs one of its own.</source>
        <translation>Il ne resterait rien de la référence {reference}&#x202f;; chaque risque doit avoir la sienne.</translation>
    </message>
    <message>
        <source>SOURCE_DATE_EPOCH is no number of seconds: {value}; correct it or unset it.</source>
        <translation>SOURCE_DATE_EPOCH n’est pas un nombre de secondes&#xa0;: {value}&#x202f;; corrigez ou supprimez cette variable.</translation>
    </message>
    <message>
        <source>Step {step} of the journal holds what Riskdesk never writes; open a backup or salvage it.</source>
        <translation>L’étape {step} du journal contient ce que Riskdesk n’écrit jamais&#x202f;; ouvrez une sauvegarde ou récupérez ce qui reste.</translation>
    </message>
    <message>
        <source>Steps of the journal that are lost: {number} ({steps}).</source>
        <translation>Étapes du journal perdues&#xa0;: {number} ({steps}).</translation>
    </message>
    <message>
        <source>Steps that hold what Riskdesk never writes, and were passed over: {number} ({steps}).</source>
        <translation>Étapes contenant ce que Riskdesk n’écrit jamais, et laissées de côté&#xa0;: {number} ({steps}).</translation>
    </message>
    <message>
        <source>Stores are read and written here with SQLite {version}, which has faults that {oldest} does not have; make backups, and install a newer Riskdesk or a newer SQLite.</source>
        <translation>Les fichiers de registres sont lus et écrits ici avec SQLite {version}, qui a des défauts que {oldest} n’a pas&#x202f;; faites des sauvegardes et installez un Riskdesk ou un SQLite plus récent.</translation>
    </message>
    <message>
        <source>The assessment of the risk “{risk}” names a level that is not in the register&apos;s scale.</source>
        <translation>L’évaluation du risque «&#xa0;{risk}&#xa0;» indique un niveau qui ne figure pas dans l’échelle du registre.</translation>
    </message>
    <message>
        <source>The backup {file} was not made, as its content was not what was written.</source>
        <translation>La sauvegarde {file} n’a pas été faite, car son contenu n’était pas ce qui avait été écrit.</translation>
    </message>
    <message>
        <source>The clipboard cannot be read; copy again and paste anew.</source>
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
        <source>The columns chosen for the working register do not fit on this paper ({paper}, {orientation}); choose fewer columns or larger paper.</source>
        <translation>Les colonnes choisies pour le registre de travail ne tiennent pas sur ce papier ({paper}, {orientation})&#x202f;; choisissez moins de colonnes ou un papier plus grand.</translation>
    </message>
    <message>
        <source>The date {date} ({field}) is not between {first} and {last}; correct it and try again.</source>
        <translation>La date {date} ({field}) n’est pas comprise entre {first} et {last}&#x202f;; corrigez-la et réessayez.</translation>
    </message>
    <message>
        <source>The document has no such pages, only {pages}; choose among them.</source>
        <translation>Le document n’a pas ces pages, il n’en a que {pages}&#x202f;; choisissez parmi elles.</translation>
    </message>
    <message>
        <source>The ending of {file} is no format that Riskdesk knows; choose one of {known}.</source>
        <translation>L’extension de {file} ne correspond à aucun format connu de Riskdesk&#x202f;; choisissez parmi {known}.</translation>
    </message>
    <message>
        <source>The field “{field}” cannot hold {value}; correct it and try again.</source>
        <translation>Le champ «&#xa0;{field}&#xa0;» ne peut pas contenir {value}&#x202f;; corrigez la valeur et réessayez.</translation>
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
        <source>The file {file} cannot be read as a store ({reason}); open a copy of it, or a backup.</source>
        <translation>Le fichier {file} ne peut pas être lu comme fichier de registres ({reason})&#x202f;; ouvrez-en une copie ou une sauvegarde.</translation>
    </message>
    <message>
        <source>The file {file} takes too long to read; it may have been made to do harm.</source>
        <translation>La lecture du fichier {file} prend trop de temps&#x202f;; il a peut-être été fabriqué pour nuire.</translation>
    </message>
    <message>
        <source>The folder {file} cannot be made ({reason}); choose another one.</source>
        <translation>Le dossier {file} ne peut pas être créé ({reason})&#x202f;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The history came back up to step {step}, of {time}; later steps, if there were any, are lost.</source>
        <translation>L’historique est revenu jusqu’à l’étape {step}, du {time}&#x202f;; les étapes suivantes, s’il y en avait, sont perdues.</translation>
    </message>
    <message>
        <source>The history did not come back whole; the new store begins one of its own.</source>
        <translation>L’historique n’a pas été récupéré en entier&#x202f;; le nouveau fichier commence le sien.</translation>
    </message>
    <message>
        <source>The identity “{id}” is no UUID in small letters; correct it, or leave it out for a new one.</source>
        <translation>L’identité «&#xa0;{id}&#xa0;» n’est pas un UUID en minuscules&#x202f;; corrigez-la, ou omettez-la pour en recevoir une nouvelle.</translation>
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
        <source>The journal of {file} was changed at step {step}, by another program or a fault; open a backup or salvage it.</source>
        <translation>Le journal de {file} a été modifié à l’étape {step}, par un autre programme ou une défaillance&#x202f;; ouvrez une sauvegarde ou récupérez ce qui reste.</translation>
    </message>
    <message>
        <source>The name of {file} is too long; choose a shorter one.</source>
        <translation>Le nom de {file} est trop long&#x202f;; choisissez-en un plus court.</translation>
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
        <source>The register document cannot be read at {place}: {expected} is expected there.</source>
        <translation>Le document de registre ne peut pas être lu à l’endroit {place}&#xa0;: {expected} y est attendu.</translation>
    </message>
    <message>
        <source>The register document cannot be read at {place}: {reason}</source>
        <translation>Le document de registre ne peut pas être lu à l’endroit {place}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>The register document gives the identity {id} twice; make it unique.</source>
        <translation>Le document de registre attribue deux fois l’identifiant {id}&#x202f;; rendez-le unique.</translation>
    </message>
    <message>
        <source>The register document holds more than {most} values; divide the register and try again.</source>
        <translation>Le document de registre contient plus de {most} valeurs&#x202f;; divisez le registre et réessayez.</translation>
    </message>
    <message>
        <source>The register document&apos;s scale is not complete; correct it at /scale or leave it out.</source>
        <translation>L’échelle du document de registre n’est pas complète&#x202f;; corrigez-la sous /scale ou retirez-la.</translation>
    </message>
    <message>
        <source>The register has no print set “{name}”; it has: {names}.</source>
        <translation>Le registre n’a pas de profil d’impression «&#xa0;{name}&#xa0;»&#x202f;; il a&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>The register is no longer there.</source>
        <translation>Ce registre n’existe plus.</translation>
    </message>
    <message>
        <source>The scale “{scale}” does not have every level of the risk {risk}; assess it anew first.</source>
        <translation>L’échelle «&#xa0;{scale}&#xa0;» ne contient pas tous les niveaux du risque {risk}&#x202f;; évaluez-le d’abord de nouveau.</translation>
    </message>
    <message>
        <source>The scale “{scale}” needs 1 to {most} levels of likelihood, 1 to {most} of impact and 1 to {most} bands; correct it and try again.</source>
        <translation>L’échelle «&#xa0;{scale}&#xa0;» doit avoir de 1 à {most} niveaux de probabilité, de 1 à {most} d’impact et de 1 à {most} de score&#x202f;; corrigez-la et réessayez.</translation>
    </message>
    <message>
        <source>The store was not taken over, as {lock} cannot be removed: close Riskdesk where it is still open, or see that you may write in that folder, and try again.</source>
        <translation>Le fichier de registres n’a pas été repris, car {lock} ne peut pas être supprimé&#xa0;: fermez Riskdesk là où il est encore ouvert, ou vérifiez que vous pouvez écrire dans ce dossier, puis réessayez.</translation>
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
        <source>The whole history came back.</source>
        <translation>Tout l’historique a été récupéré.</translation>
    </message>
    <message>
        <source>The {kind} {id} was not written, as it holds what no store may hold; open a backup.</source>
        <translation>L’élément {id} ({kind}) n’a pas été écrit, car il contient ce qu’aucun fichier de registres ne peut contenir&#x202f;; ouvrez une sauvegarde.</translation>
    </message>
    <message>
        <source>There is a file {file} already; choose another name.</source>
        <translation>Un fichier {file} existe déjà&#x202f;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>There is a print set “{name}” already; choose another name.</source>
        <translation>Il existe déjà un profil d’impression «&#xa0;{name}&#xa0;»&#x202f;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>There is no column {name}; choose among {known}.</source>
        <translation>Il n’y a pas de colonne {name}&#x202f;; choisissez parmi {known}.</translation>
    </message>
    <message>
        <source>There is no file {file}; check its name and folder.</source>
        <translation>Il n’y a pas de fichier {file}&#x202f;; vérifiez son nom et son dossier.</translation>
    </message>
    <message>
        <source>There is no such register in {file}; it holds: {titles}.</source>
        <translation>Ce registre ne se trouve pas dans {file}, qui contient&#xa0;: {titles}.</translation>
    </message>
    <message>
        <source>There is no template “{name}”; choose one of {names}.</source>
        <translation>Il n’y a pas de modèle «&#xa0;{name}&#xa0;»&#x202f;; choisissez parmi {names}.</translation>
    </message>
    <message>
        <source>There is nothing to undo or redo.</source>
        <translation>Il n’y a rien à annuler ni à rétablir.</translation>
    </message>
    <message>
        <source>There would be {count} values of the kind “{kind}”, and a store holds {most} at most; divide them.</source>
        <translation>Il y aurait {count} éléments de la sorte «&#xa0;{kind}&#xa0;», et un fichier de registres en contient {most} au plus&#x202f;; répartissez-les.</translation>
    </message>
    <message>
        <source>This JSON file is not a register document.</source>
        <translation>Ce fichier JSON n’est pas un document de registre.</translation>
    </message>
    <message>
        <source>This computer has no printer; add one in the settings of the system, or export the register as a PDF.</source>
        <translation>Cet ordinateur n’a pas d’imprimante&#x202f;; ajoutez-en une dans les paramètres du système, ou exportez le registre en PDF.</translation>
    </message>
    <message>
        <source>This is not a JSON file that can be read ({reason}).</source>
        <translation>Ce fichier JSON ne peut pas être lu ({reason}).</translation>
    </message>
    <message>
        <source>This register document has version {found}, and this Riskdesk reads version {known}; update Riskdesk to read it.</source>
        <translation>Ce document de registre est à la version {found}, alors que ce Riskdesk lit la version {known}&#x202f;; mettez Riskdesk à jour pour le lire.</translation>
    </message>
    <message>
        <source>Was found in two versions, as a row and in the journal; please compare: {number}</source>
        <translation>Trouvés en deux versions, dans les tables et dans le journal&#x202f;; comparez-les&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Was found, and no step that is left tells of it; please look it over: {number}</source>
        <translation>Trouvés, sans qu’aucune étape restante n’en parle&#x202f;; vérifiez-les&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Was garbled, and is now what the journal says last, which may be older: {number}</source>
        <translation>Altérés, désormais selon la dernière version du journal, peut-être plus ancienne&#xa0;: {number}</translation>
    </message>
    <message>
        <source>{file} does not carry a register; only PDFs that Riskdesk exported with it do.</source>
        <translation>{file} ne contient pas de registre&#x202f;; seuls les PDF que Riskdesk a exportés avec lui en contiennent un.</translation>
    </message>
    <message>
        <source>{file} does not have the tables that Riskdesk makes; open a backup. It was left as it is.</source>
        <translation>{file} n’a pas les tables que Riskdesk crée&#x202f;; ouvrez une sauvegarde. Le fichier a été laissé tel quel.</translation>
    </message>
    <message>
        <source>{file} does not say which store it is; open a backup or salvage it. It was left as it is.</source>
        <translation>{file} ne dit pas quel fichier de registres il est&#x202f;; ouvrez une sauvegarde ou récupérez ce qui reste. Il a été laissé tel quel.</translation>
    </message>
    <message>
        <source>{file} holds more than any store does, and may have been made to do harm; open a backup.</source>
        <translation>{file} contient plus qu’aucun fichier de registres et a peut-être été fait pour nuire&#x202f;; ouvrez une sauvegarde.</translation>
    </message>
    <message>
        <source>{file} holds several registers; choose one with --register: {titles}.</source>
        <translation>{file} contient plusieurs registres&#x202f;; choisissez-en un avec --register&#xa0;: {titles}.</translation>
    </message>
    <message>
        <source>{file} is damaged ({reason}); open a backup or salvage it.</source>
        <translation>{file} est endommagé ({reason})&#x202f;; ouvrez une sauvegarde ou récupérez ce qui reste.</translation>
    </message>
    <message>
        <source>{file} is damaged or no backup of this store; choose another one. It was left as it is.</source>
        <translation>{file} est endommagé ou n’est pas une sauvegarde de ce fichier de registres&#x202f;; choisissez-en une autre. Ce fichier n’a pas été modifié.</translation>
    </message>
    <message>
        <source>{file} is damaged; open a backup, or save what is in it with “riskdesk salvage”. It was left as it is.</source>
        <translation>{file} est endommagé&#x202f;; ouvrez une sauvegarde ou récupérez son contenu avec «&#xa0;riskdesk salvage&#xa0;». Il a été laissé tel quel.</translation>
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
        <source>{file} is no copy of {store}: they have no register in common. Import its registers instead.</source>
        <translation>{file} n’est pas une copie de {store}&#xa0;: ils n’ont aucun registre en commun. Importez plutôt ses registres.</translation>
    </message>
    <message>
        <source>{file} is not a Riskdesk file; it was left as it is.</source>
        <translation>{file} n’est pas un fichier de Riskdesk&#x202f;; il a été laissé tel quel.</translation>
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
        <source>{file} is not text in UTF-8; save it in that encoding and try again.</source>
        <translation>{file} n’est pas un texte codé en UTF-8&#x202f;; enregistrez-le dans ce codage et réessayez.</translation>
    </message>
    <message>
        <source>{file} is one of several names of one file (hard links) and can only be read under it; copy it, and work in the copy.</source>
        <translation>{file} est l’un des noms d’un même fichier (liens physiques) et ne peut qu’être lu sous ce nom&#x202f;; copiez-le et travaillez dans la copie.</translation>
    </message>
    <message>
        <source>{file} is open in another database program, or was: {other} lies beside it. Close that program, or move {other} away, and try again.</source>
        <translation>{file} est ou était ouvert dans un autre programme de base de données&#xa0;: {other} se trouve à côté. Fermez ce programme, ou déplacez {other}, et réessayez.</translation>
    </message>
    <message>
        <source>{file} is open in another program (on {host}, process {pid}); close it there and try again, or delete {lock} if it is open nowhere.</source>
        <translation>{file} est ouvert dans un autre programme (sur {host}, processus {pid})&#x202f;; fermez-le là-bas et réessayez, ou supprimez {lock} s’il n’est ouvert nulle part.</translation>
    </message>
    <message>
        <source>{file} is the store that is open; choose a copy of it.</source>
        <translation>{file} est le fichier de registres ouvert&#x202f;; choisissez-en une copie.</translation>
    </message>
    <message>
        <source>{file} is there already and is no {format} file; choose another name. It was left as it is.</source>
        <translation>{file} existe déjà et n’est pas un fichier {format}&#x202f;; choisissez un autre nom. Il a été laissé tel quel.</translation>
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
        <source>{file} was changed by another program or a fault; its journal says what it held: repair it with “riskdesk check --repair”.</source>
        <translation>{file} a été modifié par un autre programme ou une défaillance&#x202f;; son journal dit ce qu’il contenait&#xa0;: réparez-le avec «&#xa0;riskdesk check --repair&#xa0;».</translation>
    </message>
    <message>
        <source>{file} was changed by another program; open a backup. It was left as it is.</source>
        <translation>{file} a été modifié par un autre programme&#x202f;; ouvrez une sauvegarde. Le fichier a été laissé tel quel.</translation>
    </message>
    <message>
        <source>{file} was deleted or moved while it was open; save what is here as a new store, or put it back.</source>
        <translation>{file} a été supprimé ou déplacé pendant qu’il était ouvert&#x202f;; enregistrez ce qui est ici dans un nouveau fichier, ou remettez-le en place.</translation>
    </message>
    <message>
        <source>{file} was left as it is: {other} beside it was not made by Riskdesk and may do harm; move it away and try again.</source>
        <translation>{file} est resté tel quel&#xa0;: {other}, à côté, n’a pas été créé par Riskdesk et peut nuire&#x202f;; déplacez-le et réessayez.</translation>
    </message>
    <message>
        <source>{file} was not imported, as another register file was opened meanwhile; import it again.</source>
        <translation>{file} n’a pas été importé, car un autre fichier de registres a été ouvert entre-temps&#x202f;; importez-le de nouveau.</translation>
    </message>
    <message>
        <source>{file} was not made: {other}, left behind by a store that was there before, cannot be moved away ({reason}); choose another name.</source>
        <translation>{file} n’a pas été créé&#xa0;: {other}, laissé par un fichier de registres qui s’y trouvait auparavant, ne peut pas être déplacé ({reason})&#x202f;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{file} was not written ({reason}); choose another place.</source>
        <translation>{file} n’a pas été écrit ({reason})&#x202f;; choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>{file} was not written, as the disk has no room for it; make room or choose another disk.</source>
        <translation>{file} n’a pas été écrit, faute de place sur le disque&#x202f;; libérez de l’espace ou choisissez un autre disque.</translation>
    </message>
    <message>
        <source>{file} was not written, as the folder {folder} does not exist; choose another folder.</source>
        <translation>{file} n’a pas été écrit, car le dossier {folder} n’existe pas&#x202f;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{file} was not written: it is open in another program or you may not write there; close it there or choose another place.</source>
        <translation>{file} n’a pas été écrit&#xa0;: il est ouvert dans un autre programme ou vous n’avez pas le droit d’y écrire&#x202f;; fermez-le ou choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>{file} was written by a newer Riskdesk ({version}); update this one to open it. It was left as it is.</source>
        <translation>{file} a été écrit par un Riskdesk plus récent ({version})&#x202f;; mettez celui-ci à jour pour l’ouvrir. Il a été laissé tel quel.</translation>
    </message>
    <message>
        <source>{folder} cannot be used ({reason}); see that it is there and that you may write in it.</source>
        <translation>Le dossier {folder} est inutilisable ({reason})&#x202f;; vérifiez qu’il existe et que vous pouvez y écrire.</translation>
    </message>
    <message>
        <source>{item} · {field}: “{now}”</source>
        <translation>{item} · {field}&#xa0;: «&#xa0;{now}&#xa0;»</translation>
    </message>
    <message>
        <source>{item} · {field}: “{now}” in place of “{other}”</source>
        <translation>{item} · {field}&#xa0;: «&#xa0;{now}&#xa0;» au lieu de «&#xa0;{other}&#xa0;»</translation>
    </message>
    <message>
        <source>{item} · {field}: “{now}” was kept, not “{other}”</source>
        <translation>{item} · {field}&#xa0;: «&#xa0;{now}&#xa0;» conservé, et non «&#xa0;{other}&#xa0;»</translation>
    </message>
    <message>
        <source>{item} · {field}: “{other}”</source>
        <translation>{item} · {field}&#xa0;: «&#xa0;{other}&#xa0;»</translation>
    </message>
    <message>
        <source>{number} values were changed in both, and nothing was merged; say which to keep with “--prefer mine” or “--prefer theirs”, or merge in the window of Riskdesk, where each is asked about.</source>
        <translation>{number} valeurs ont été modifiées des deux côtés et rien n’a été fusionné&#x202f;; dites laquelle garder avec «&#xa0;--prefer mine&#xa0;» ou «&#xa0;--prefer theirs&#xa0;», ou fusionnez dans la fenêtre de Riskdesk, où chacune fait l’objet d’une question.</translation>
    </message>
    <message>
        <source>{other} lay where {file} was to be, left behind by a store that was there before; it was kept as {new}.</source>
        <translation>{other} se trouvait là où {file} devait être, laissé par un fichier de registres qui y était auparavant&#x202f;; il est conservé sous le nom {new}.</translation>
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
        <source>“{typed}” cannot be stored ({field}): copy it, and type it there as it has to be.</source>
        <translation>«&#xa0;{typed}&#xa0;» ne peut être enregistré ({field})&#xa0;: copiez-le et saisissez-le à sa place comme il doit être.</translation>
    </message>
    <message>
        <source>“{typed}” is no date ({field} of {item}): write it like {example}, or clear the field.</source>
        <translation>«&#xa0;{typed}&#xa0;» n’est pas une date ({field}, {item})&#xa0;: écrivez-la comme {example}, ou videz le champ.</translation>
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
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Page &amp;Set:</source>
        <translation>&amp;Pages&#xa0;:</translation>
    </message>
</context>
<context>
    <name>RegisterCommands</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete the register “{title}”? Undo brings it back.</source>
        <translation>Supprimer le registre «&#xa0;{title}&#xa0;»&#x202f;? La commande Annuler permet de le retrouver.</translation>
    </message>
</context>
<context>
    <name>RegisterFiles</name>
    <message>
        <source>Merge a copy</source>
        <translation>Fusionner une copie</translation>
    </message>
    <message>
        <source>New store</source>
        <translation>Nouveau fichier de registres</translation>
    </message>
    <message>
        <source>Open store</source>
        <translation>Ouvrir un fichier de registres</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Registres</translation>
    </message>
    <message>
        <source>Riskdesk stores (*.riskdesk)</source>
        <translation>Fichiers de registres Riskdesk (*.riskdesk)</translation>
    </message>
    <message>
        <source>Send a copy</source>
        <translation>Envoyer une copie</translation>
    </message>
    <message>
        <source>Stores and registers (*.riskdesk *.pdf *.json)</source>
        <translation>Fichiers de registres et registres (*.riskdesk *.pdf *.json)</translation>
    </message>
    <message>
        <source>There is nothing in {file} that is not here.</source>
        <translation>Il n’y a rien dans {file} qui ne soit pas ici.</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Écrit&#xa0;: {file}</translation>
    </message>
    <message>
        <source>{file} is sound: its journal is whole and tells what is in it.</source>
        <translation>{file} est en bon état&#xa0;: son journal est intact et correspond à son contenu.</translation>
    </message>
</context>
<context>
    <name>RegistersPanel</name>
    <message>
        <source>Registers</source>
        <translation>Registres</translation>
    </message>
    <message>
        <source>This store holds no register yet. File ▸ New register makes one.</source>
        <translation>Ce fichier ne contient encore aucun registre. Fichier ▸ Nouveau registre en crée un.</translation>
    </message>
    <message>
        <source>Untitled register</source>
        <translation>Registre sans titre</translation>
    </message>
</context>
<context>
    <name>Renumbered</name>
    <message>
        <source>Some references were taken; these risks have new ones:</source>
        <translation>Certaines références étaient déjà prises&#x202f;; ces risques en ont de nouvelles&#xa0;:</translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n endroit</numerusform>
            <numerusform>%n endroits</numerusform>
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
        <translation>Trouvé&#xa0;: {count}, dans {places}</translation>
    </message>
    <message>
        <source>{count} replaced in {places}</source>
        <translation>Remplacé&#xa0;: {count}, dans {places}</translation>
    </message>
    <message>
        <source>{found}; {count} ticked in {places}</source>
        <translation>{found}&#x202f;; coché&#xa0;: {count}, dans {places}</translation>
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
        <source>&amp;Save mine as a new store…</source>
        <translation>&amp;Enregistrer le mien dans un nouveau fichier…</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>Continuer à lire</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>The file is another one</source>
        <translation>Ce n’est plus le même fichier</translation>
    </message>
    <message>
        <source>This was saved as {file}. Look it over before you go on.</source>
        <translation>Le contenu a été enregistré sous {file}. Vérifiez-le avant de poursuivre.</translation>
    </message>
</context>
<context>
    <name>RiskPage</name>
    <message>
        <source>Risk {reference}</source>
        <translation>Risque {reference}</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Hits</source>
        <translation>Occurrences</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Occurrence suivante (F3)</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
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
        <source>No hits</source>
        <translation>Aucune occurrence</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
</context>
<context>
    <name>SendCopyDialog</name>
    <message>
        <source>&amp;What:</source>
        <translation>&amp;Contenu&#xa0;:</translation>
    </message>
    <message>
        <source>All registers of the store</source>
        <translation>Tous les registres du fichier</translation>
    </message>
    <message>
        <source>Save copy…</source>
        <translation>Enregistrer la copie…</translation>
    </message>
    <message>
        <source>Send a copy</source>
        <translation>Envoyer une copie</translation>
    </message>
    <message>
        <source>With the &amp;history, which holds all that was ever written and deleted</source>
        <translation>Avec l’&amp;historique, qui contient tout ce qui a été écrit et supprimé</translation>
    </message>
    <message>
        <source>With the &amp;names of owners and of those who wrote</source>
        <translation>Avec les &amp;noms des responsables et des auteurs</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
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
        <source>Category {number} of {count}</source>
        <translation>Catégorie {number} sur {count}</translation>
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
        <source>Mitigation {number} of {count}, {entry}</source>
        <translation>Mesure d’atténuation {number} sur {count}, {entry}</translation>
    </message>
    <message>
        <source>Name this category</source>
        <translation>Nommer cette catégorie</translation>
    </message>
    <message>
        <source>Name this register</source>
        <translation>Nommer ce registre</translation>
    </message>
    <message>
        <source>Risk {number} of {count}, {entry}</source>
        <translation>Risque {number} sur {count}, {entry}</translation>
    </message>
    <message>
        <source>entry {number} of category {category}</source>
        <translation>ligne {number} de la catégorie {category}</translation>
    </message>
    <message>
        <source>{place}: {text}</source>
        <translation>{place}&#xa0;: {text}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n category(s)</source>
        <translation>
            <numerusform>%n catégorie</numerusform>
            <numerusform>%n catégories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mitigation(s)</source>
        <translation>
            <numerusform>%n mesure</numerusform>
            <numerusform>%n mesures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) not stored</source>
        <translation>
            <numerusform>%n texte non enregistré</numerusform>
            <numerusform>%n textes non enregistrés</numerusform>
        </translation>
    </message>
    <message>
        <source>All changes are saved</source>
        <translation>Toutes les modifications sont enregistrées</translation>
    </message>
    <message>
        <source>Found in {place}</source>
        <translation>Trouvé dans&#xa0;: {place}</translation>
    </message>
    <message>
        <source>How many risks are assessed</source>
        <translation>Nombre de risques évalués</translation>
    </message>
    <message>
        <source>Not stored yet: {text}</source>
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
        <source>What the register holds</source>
        <translation>Contenu du registre</translation>
    </message>
    <message>
        <source>When the last action was saved</source>
        <translation>Heure d’enregistrement de la dernière action</translation>
    </message>
    <message>
        <source>{assessed} of {risks} assessed</source>
        <translation>Risques évalués&#xa0;: {assessed} sur {risks}</translation>
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
        <translation>Exemple&#xa0;: Kazakhstan 2024-2027 (en anglais)</translation>
    </message>
    <message>
        <source>Five categories of a co-operation programme</source>
        <translation>Cinq catégories d’un programme de coopération</translation>
    </message>
</context>
<context>
    <name>TextSearch</name>
    <message>
        <source>Find on this page</source>
        <translation>Rechercher dans la page</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>Aucune occurrence</translation>
    </message>
</context>
<context>
    <name>TransferCommands</name>
    <message>
        <source>Export register document</source>
        <translation>Exporter le document de registre</translation>
    </message>
    <message>
        <source>Import register</source>
        <translation>Importer un registre</translation>
    </message>
    <message>
        <source>Register documents (*.json)</source>
        <translation>Documents de registre (*.json)</translation>
    </message>
    <message>
        <source>Registers (*.pdf *.json)</source>
        <translation>Registres (*.pdf *.json)</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>(deleted)</source>
        <translation>(supprimé)</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>déplacé</translation>
    </message>
    <message>
        <source>{field}: “{before}” → “{after}”</source>
        <translation>{field}&#xa0;: «&#xa0;{before}&#xa0;» → «&#xa0;{after}&#xa0;»</translation>
    </message>
    <message>
        <source>{item} · {field}: “{text}”</source>
        <translation>{item} · {field}&#xa0;: «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>{kind} added: “{text}”</source>
        <translation>{kind} – ajout&#xa0;: «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>{kind} removed: “{text}”</source>
        <translation>{kind} – suppression&#xa0;: «&#xa0;{text}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>ViewChoices</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>C&amp;ouleurs</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombres</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claires</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>A PDF or a register document that Riskdesk wrote.</source>
        <translation>Un PDF ou un document de registre écrit par Riskdesk.</translation>
    </message>
    <message>
        <source>A store that you were sent, or that lies in a folder of your team.</source>
        <translation>Un fichier de registres que vous avez reçu, ou d’un dossier de votre équipe.</translation>
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
        <translation>Ouverts auparavant</translation>
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
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n risk(s)</source>
        <translation>
            <numerusform>%n risque</numerusform>
            <numerusform>%n risques</numerusform>
        </translation>
    </message>
    <message>
        <source>{risks}, {count} ended</source>
        <translation>{risks}, dont {count} à l’état clos ou rejeté</translation>
    </message>
</context>
</TS>
