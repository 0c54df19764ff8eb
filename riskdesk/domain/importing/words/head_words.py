"""The words of heads in English, French and some German, counted over 88 registers and templates.

Each phrase is as `vocabulary.phrase` gives it, and stands once.
"""

from riskdesk.domain.importing.words.fields import Field

PHRASES: dict[Field, str] = {
    Field.ID: (
        "id|no|nr|number|ref|reference|risk id|id risk|risk no|no risk|risk number|risk ref|risk reference|ref id"
        "|id no|hazard number|hazard id|numero|numero risque|id risque|risque no|no risque|ref risque|code"
        "|code risque|risk code|identifier|identifiant|no suivi|item|item no|uid|action id|action no|id action"
        "|measure id|measure no|mesure no|id mesure|no mesure|kennung|ref ri|log id|s n|sn|s no|sr|sr no|sl no|serial"
        "|serial no|serial number|row no|line no|lfd nr|ordre|no ordre|numero ordre|issue key"
    ),
    Field.TITLE: (
        "title|risk title|risk name|name|short name|short title|risk short name|headline|titre|titre risque"
        "|intitule|intitule risque|nom|nom risque|libelle|libelle risque|titel|risk summary|risk heading|summary"
        "|designation"
    ),
    Field.RISK: (
        "risk|risks|risque|risques|possible risks|potential risks|main risks|key risks|identified risks"
        "|risques identifies|risques potentiels|principaux risques|risque principal|risk factor|risk factors"
        "|risk identified|threat|threats|menace|hazard|risiko|risk item"
        "|identified risk|possible risk|potential risk|main risk|key risk|major risk|major risks|principal risk"
        "|principal risks|identified threat|identified threats|risque potentiel|risque majeur|risques majeurs"
        "|risk assumption|risks assumptions|assumption risk|assumptions risks|risque hypothese|risques hypotheses"
        "|hypothese risque|hypotheses risques|facteur risque|facteurs risque|facteurs risques"
    ),
    Field.DESCRIPTION: (
        "description|risk description|description risk|description risks|risks description|risk event|event"
        "|risk statement|statement|risk details|scenario|risk scenario|threat scenario|hazard description"
        "|scenario risque|scenarios|evenement|evenement redoute|description risque|description risques|descriptif"
        "|enonce risque|beschreibung|detailed description|risk event description|nature risk|what could go wrong"
        "|scenarios strategiques|expose risque|failure mode|potential failure mode|mode defaillance"
        "|what can go wrong|risk definition|what could happen|what might happen"
        "|what may happen|libelle detaille"
    ),
    Field.CATEGORY: (
        "category|categories|risk category|risk categories|categorie|categories risque|categorie risque|risk type"
        "|type risque|types risque|types risques|risk types|types risk|types risks"
        "|type risk|theme|area|risk area|domain|risk domain|domaine|domaine risque|composante|component|volet"
        "|workstream|axe|rubrique|group|risk group|groupe|asset|processus|process|context category|context"
        "|outcome|pillar|pilier|risk class|kategorie|nature risque|famille|famille risque|source risk category"
        "|thematique|sphere|work package|wp|lot travail|cat|cat risk"
    ),
    Field.KIND: (
        "type|kind|risk issue|r i|raid type|item type|record type|risk opportunity|threat opportunity"
        "|typ|entry type|nature|issue type"
    ),
    Field.EFFECT: (
        "cause|causes|root cause|root causes|possible causes|risk source|source risk|effect|effects"
        "|consequences text|impact description|description impact|consequence description|potential consequences"
        "|consequences potentielles|effet|effets|cause probable|causes probables|vulnerability"
        "|assumptions|assumption|hypotheses|hypothese|project impact|potential impact description|cause racine"
        "|because|leads|origine|facteurs"
        "|risk cause|risk causes|risk effect|risk effects"
    ),
    Field.LIKELIHOOD: (
        "likelihood|probability|prob|proba|likelihood level|probability level|level probability|level likelihood"
        "|probability occurrence|likelihood occurrence|probabilite|probabilite occurrence|vraisemblance|frequence"
        "|frequency|chance|risk likelihood|risk probability|likelihood rating|probability rating|likelihood score"
        "|probability score|niveau probabilite|niveau vraisemblance|eintrittswahrscheinlichkeit"
        "|wahrscheinlichkeit|prb|likelihood risk|likelihood risk occurring|risk probability occurrence|occurrence"
        "|p|l|v|o|lik|vrais|how likely|vraisemblance initiale|likelihoos|probability risk|risk likelihood level|f"
        "|overall likelihood|overall probability"
    ),
    Field.IMPACT: (
        "impact|grav|impact level|level impact|severity|impact rating|impact score|impact risk|gravite|severite"
        "|consequence|consequences|consequence level|impact consequence|impact consequences|magnitude|risk impact"
        "|potential impact|impact potentiel|niveau impact|niveau gravite|seriousness|imp|i|g|auswirkung|c"
        "|cons|conseq|sev|consequence rating|impact occurrence|severity level|impact severity|ampleur|importance impact"
        "|impact project|risk impact level|severity impact|how bad|how serious|how severe|overall impact|impact global"
        "|risk consequence|risk consequences|risk severity"
    ),
    Field.SCORE: (
        "score|risk score|risk rating|rating|risk level|level risk|level|exposure|risk exposure|criticite"
        "|niveau risque|niveau|niveau global|priority|priority level|priorite|rank|ranking|rang|rag|rag status"
        "|risk map|magnitude risk|risk magnitude|risk grading|overall rating|overall risk|overall|pxi|lxi|s|r|mag"
        "|risk index|inherent risk|residual risk|risk priority|significance|risk significance|criticality"
        "|indice risque|evaluation|cotation|importance|residual|inherent|current risk|risque brut|risque net"
        "|total score|risk value|ev|control score|risk factor score|risk rag|couleur|colour|color"
        "|niveau criticite|ipr|rpn|npr|risk priority number"
    ),
    Field.MITIGATION: (
        "mitigation|mitigations|mitigation measure|mitigation measures|mitigating measures|mitigating measure"
        "|mitigating action|mitigating actions|mitigation action|mitigation actions|risk mitigation"
        "|preventive|corrective|preventif|correctif|preventives|correctives"
        "|mitigation plan|mitigation plans|mitigation strategies|mitigation strategy|risk mitigation strategies"
        "|mitigation notes|measure|measures|action plan|actions|treatment plan|treatment actions|treatment action"
        "|treatment measures|risk treatment plan|risk treatment|countermeasure|countermeasures|control measures"
        "|future controls|additional controls|additional controls needed|planned controls|planned measures"
        "|prevention|preventive action|preventive actions|preventive measures|precaution|precautions|contingency"
        "|contingency plan|contingency plans|contingency measures|contingency actions|fallback|fallback plan"
        "|plan b|plan|response actions|risk response|risk responses|responses|potential response"
        "|potential responses|action details|details action|detail action|activities|corrective action"
        "|corrective actions|risk response plan"
        "|mitigation response|proposed measures|proposed actions|mesure|mesures|mesures attenuation"
        "|mesure attenuation|attenuation|plan action|plan actions|plans action|mesures prevention"
        "|mesures preventives|actions preventives|action preventive|actions correctives|action corrective"
        "|mesures correctives|strategies attenuation|strategie attenuation|mesures traitement|mesures securite"
        "|limitation|mesures envisagees|actions envisagees|plan secours|plan urgence|mesures prises|reponses"
        "|actions prevues|mesures prevues|mesures proposees|contre mesure|contre mesures|parade|parades"
        "|dispositif|maitrise|gegenmassnahme|gegenmassnahmen|massnahme|massnahmen|action mitigation"
        "|mesure principale|mesure prioritaire|solution|solutions|mesures reduction|reduction measures"
        "|actions mitigation|mesures mitigation|mesures maitrise|actions maitrise|mitigation activities"
        "|mitigation steps|steps taken|what we doing about|backup plan|back up plan"
        "|how we deal|what we do"
        "|how we respond|what done|next steps|plan traitement|management response"
        "|risk management measures|risk management actions|measures taken|test controls|design controls"
        "|training control|business process change|actions correctrices|mesures attenuation proposees"
        "|reaction details|safeguards|mitigation measures proposed|further action|further actions|additional action"
        "|additional actions|action required|actions required|required actions|actions needed|recommended action"
        "|recommended actions|action recommandee|actions recommandees|recommandations|preconisations"
        "|moyens maitrise|moyen maitrise|moyens prevention|moyens protection|mesures protection"
        "|barrieres|barrieres securite"
        "|actions complementaires|mesures complementaires|actions requises|risk management strategy"
        "|risk management strategies|risk management plan|risk management approach|strategie gestion risque"
        "|strategie gestion risques|plan gestion risque|plan gestion risques|mesures gestion risque"
        "|mesures gestion risques"
    ),
    Field.EXISTING: (
        "existing controls|current controls|controls place|existing measures|existing mitigation"
        "|existing mitigations|controls existing|controls|current mitigation|current measures|mesures existantes"
        "|mesures place|controles existants|dispositifs existants|measures already place|key controls"
        "|security controls|security control|dispositif existant|controle existant|mitigation place"
        "|maitrises existantes|actions menees|actions realisees|mesures realisees"
    ),
    Field.STRATEGY: (
        "response|strategy|response strategy|action|traitement|decision|reponse|reaction|treatment"
        "|risk response strategy|mitigation approach|strategie|strategie reponse|approach|option traitement"
        "|traitement risque|risk strategy"
    ),
    Field.RESPONSE: (
        "response type|treatment type|type response|type treatment|treatment option|risk response type"
        "|treatment strategy|type reponse|type traitement|option|risk treatment option|response option"
        "|risk treatment type|treatment decision|what type response|what response|4t|risk decision"
    ),
    Field.OWNER: (
        "owner|risk owner|owner risk|owners|risk owners|proprietaire|proprietaire risque|pilote|pilote risque"
        "|responsable risque|porteur|porteur risque|bearer risk|risk manager|risk holder|person charge"
        "|person charge tracking|person|accountable|accountable person|risikoeigner|eigner|lead|focal point"
        "|point focal|owner name|owned by|managed by|person follows up|owned|managed"
        "|risk responsible|detenteur risque|referent|lead person|person lead"
    ),
    Field.RESPONSIBLE: (
        "person responsible|persons responsible|unit responsible|officer responsible|party responsible"
        "|responsible|responsable|responsables|responsibility|responsibilities|responsibiliy|responsible person"
        "|responsible party|responsible unit|verantwortlich|responsabilite|personne responsable"
        "|entite responsable|unite responsable|reponsable|responsible officer|by whom|who|whom|par"
        "|responsible entity|qui|zustandig|responsible partner|resp"
    ),
    Field.ACTION_OWNER: (
        "risk action owner|risk actionee|risk actionees"
        "|action owner|pilote action|porteur action|owner action|actionee|assigned|assignee|assign"
        "|mitigation owner|measure owner"
        "|responsible action|responsible measure|responsible measures|responsible treatment"
        "|responsible treatments|resp action|resp mesure|treatment lead|measure lead|mitigation lead|responsable action"
        "|responsable mesure|responsable mesures|responsable actions"
        "|action owners|action lead|responsible implementation|responsable mise oeuvre|charge action|implementer"
        "|action by|actions by|action by whom|done by|mesure par|action par"
    ),
    Field.DUE: (
        "due|due date|deadline|target date|action due|action due date|completion date|due by|echeance|echeances"
        "|date echeance|date limite|delai|delais|date cible|resolve when|date mise oeuvre|timeline"
        "|timeframe|time frame|time plan|resolve by when|by when|calendrier|target resolution"
        "|target completion|target completion date|implementation date|when|quand|frist|termin|date prevue"
        "|expected completion|planned completion|target close|date realisation|date action|end date"
        "|mitigation deadline|due date action|date due|date butoir|date fin|date achevement|date execution"
        "|date completion|date implementation"
    ),
    Field.STATUS: (
        "status|risk status|current status|state|statut|statut risque|etat|etat risque|hazard status|zustand"
        "|open closed|status risk|avancement|etat avancement|etats risques|states risks"
    ),
    Field.MEASURE_STATUS: (
        "action status|status action|mitigation status|measure status|status mitigation|status measures"
        "|implementation status|treatment status|statut action|statut mesure|statut mesures|etat mesure"
        "|etats mesures|states mitigations|control status|progress status|statut mise oeuvre|status actions"
    ),
    Field.IDENTIFIED_ON: (
        "date identified|identified|date raised|raised|identification date|date identification|date opened|opened"
        "|date logged|date created|created|date entry|entry date|date put forward|date ouverture|date creation"
        "|identifie|date inscription|datum|date recorded|risk valid|date registered|date added"
        "|first identified|date signalement|date first identified|identified date|date registration|registration date"
        "|date enregistrement|date saisie|date recording|date reported|date entered"
    ),
    Field.LAST_REVIEW: (
        "last review|last reviewed|date last review|date reviewed|last updated|date last updated|last update"
        "|updated|review date last|date updated|dernier examen|derniere revue|derniere mise jour|mise jour"
        "|date mise jour|date revue|reviewed|last assessment|date derniere revue|last modified|assessment date"
        "|risk assessment date|maj|date maj"
    ),
    Field.NEXT_REVIEW: (
        "next review|next review date|date next review|review due|review date|prochain examen|prochaine revue"
        "|date prochain examen|date prochaine revue|revue|review|reexamen|date reexamen|prochain reexamen"
        "|date examen"
    ),
    Field.DATE: "date",
    Field.REASON: (
        "justification|reason|rationale|levels justification|probability consequences justification|explanation"
        "|assessment rationale|justification cotation|comments assessment|motif|raison|justification levels"
        "|reasoning|basis assessment"
    ),
    Field.TRIGGER: (
        "trigger|triggers|early warning|early warning signs|early signal|symptoms|symptom|warning signs"
        "|declencheur|declencheurs|signaux|signes avant coureurs|signal|indicateurs alerte|potential indicators"
        "|trigger event|evenement declencheur"
    ),
    Field.PROXIMITY: "proximity|proximite|horizon|timing risk",
    Field.ESCALATED_TO: ("escalation|escalated|escalate|escalation level|escalade|remonte|escalade vers"),
    Field.LINK: (
        "linked id|linked raid id|linked risk|linked risks|linked risk id|risk ids|related risk|related risks"
        "|related risk id|risques couverts|risque couvert|risque lie|risques lies|covers|risk covered"
        "|risks covered|risks addressed|risk addressed|couvre|risques traites|risque traite|risques concernes"
        "|risque concerne|scenarios couverts|scenario couvert|scenarios traites|scenarios concernes|risks concerned"
        "|risk concerned|risks treated|risk treated|risks mitigated|threats covered|scenarios covered"
    ),
    Field.NOTE: (
        "risk author|risk raised by|risk identified by|risk submitted by|auteur risque|risque identifie par"
        "|frequence suivi|contingency budget|budget contingency|risk originator|originator|emetteur"
        "|note|notes|comment|comments|remark|remarks|commentaire|commentaires|remarque|remarques|observations"
        "|observation|traceability comments|cost|costs|cout|couts|budget|raised by|identified by|source|author"
        "|progress|monitoring|monitoring plans|kpi|indicator|indicators|evidence|region|project|site|deliverable"
        "|objective|useful resources|method|progress report|suivi|progress notes|identifie par|auteur"
        "|expected effect|bemerkung|additional information|comments progress|activity|activite|resources required"
        "|control effectiveness|controls effectiveness|effectiveness controls|effectiveness control|effectiveness"
        "|effectiveness measures|control rating|control adequacy|adequacy controls|niveau maitrise|efficacite"
        "|efficacite controles|efficacite dispositif|efficacite mesures"
    ),
}
# Words that give the meaning of a head without a known phrase, wherever they stand; the clearest words first.
TOKENS: dict[str, Field] = {
    "likelihood": Field.LIKELIHOOD, "probability": Field.LIKELIHOOD, "probabilite": Field.LIKELIHOOD,
    "vraisemblance": Field.LIKELIHOOD, "mitigation": Field.MITIGATION, "mitigating": Field.MITIGATION,
    "attenuation": Field.MITIGATION, "measures": Field.MITIGATION, "mesures": Field.MITIGATION,
    "countermeasures": Field.MITIGATION, "contingency": Field.MITIGATION, "controls": Field.EXISTING,
    "impact": Field.IMPACT, "gravite": Field.IMPACT, "severity": Field.IMPACT, "owner": Field.OWNER,
    "responsable": Field.RESPONSIBLE, "responsible": Field.RESPONSIBLE, "category": Field.CATEGORY,
    "categorie": Field.CATEGORY, "deadline": Field.DUE, "echeance": Field.DUE, "status": Field.STATUS,
    "statut": Field.STATUS, "description": Field.DESCRIPTION, "score": Field.SCORE, "criticite": Field.SCORE,
    "rating": Field.SCORE, "reviewed": Field.LAST_REVIEW, "review": Field.NEXT_REVIEW,
    "identified": Field.IDENTIFIED_ON,
    "comments": Field.NOTE, "remarks": Field.NOTE, "risk": Field.RISK, "risks": Field.RISK, "risque": Field.RISK,
    "risques": Field.RISK,
}  # fmt: skip
