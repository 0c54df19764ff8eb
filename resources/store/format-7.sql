CREATE TABLE store (
	id TEXT NOT NULL, 
	created TEXT NOT NULL, 
	riskdesk TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE step (
	number INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	label TEXT NOT NULL, 
	undoes INTEGER, 
	changes TEXT NOT NULL, 
	previous TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	PRIMARY KEY (number)
)
 STRICT

;
CREATE INDEX step_that_undoes ON step (undoes) WHERE undoes IS NOT NULL;
CREATE TABLE touch (
	register TEXT NOT NULL, 
	step INTEGER NOT NULL, 
	item TEXT NOT NULL, 
	PRIMARY KEY (register, step, item)
)
 WITHOUT ROWID,
 STRICT

;
CREATE INDEX touch_of_item ON touch (item, step);
CREATE TABLE register (
	id TEXT NOT NULL, 
	position REAL NOT NULL, 
	title TEXT NOT NULL, 
	reference TEXT NOT NULL, 
	date TEXT, 
	prepared_by TEXT NOT NULL, 
	approval TEXT NOT NULL, 
	heading TEXT NOT NULL, 
	period_start TEXT, 
	period_end TEXT, 
	language TEXT NOT NULL, 
	handling_mark TEXT NOT NULL, 
	scale TEXT NOT NULL, 
	"references" INTEGER NOT NULL, 
	words TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE INDEX register_of_titles ON register (position, id, title, reference);
CREATE TABLE print_set (
	id TEXT NOT NULL, 
	register TEXT NOT NULL, 
	position REAL NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	paper TEXT NOT NULL, 
	orientation TEXT NOT NULL, 
	columns TEXT NOT NULL, 
	ended INTEGER NOT NULL CHECK (ended IN (0, 1)), 
	PRIMARY KEY (id), 
	FOREIGN KEY(register) REFERENCES register (id)
)
 STRICT

;
CREATE INDEX print_set_of_register ON print_set (register);
CREATE TABLE saved_view (
	id TEXT NOT NULL, 
	register TEXT NOT NULL, 
	position REAL NOT NULL, 
	name TEXT NOT NULL, 
	listing TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(register) REFERENCES register (id)
)
 STRICT

;
CREATE INDEX saved_view_of_register ON saved_view (register);
CREATE TABLE waiver (
	id TEXT NOT NULL, 
	register TEXT NOT NULL, 
	position REAL NOT NULL, 
	gap TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(register) REFERENCES register (id)
)
 STRICT

;
CREATE INDEX waiver_of_register ON waiver (register);
CREATE TABLE category (
	id TEXT NOT NULL, 
	register TEXT NOT NULL, 
	position REAL NOT NULL, 
	title TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(register) REFERENCES register (id)
)
 STRICT

;
CREATE INDEX category_of_register ON category (register);
CREATE TABLE snapshot (
	id TEXT NOT NULL, 
	register TEXT NOT NULL, 
	position REAL NOT NULL, 
	name TEXT NOT NULL, 
	date TEXT NOT NULL, 
	document TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(register) REFERENCES register (id)
)
 STRICT

;
CREATE INDEX snapshot_of_register ON snapshot (register);
CREATE TABLE entry (
	id TEXT NOT NULL, 
	category TEXT NOT NULL, 
	position REAL NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(category) REFERENCES category (id)
)
 STRICT

;
CREATE INDEX entry_of_category ON entry (category);
CREATE TABLE risk (
	id TEXT NOT NULL, 
	entry TEXT NOT NULL, 
	position REAL NOT NULL, 
	description TEXT NOT NULL, 
	reference TEXT NOT NULL, 
	title TEXT NOT NULL, 
	likelihood INTEGER CHECK (likelihood > 0), 
	impact INTEGER CHECK (impact > 0), 
	residual_likelihood INTEGER CHECK (residual_likelihood > 0), 
	residual_impact INTEGER CHECK (residual_impact > 0), 
	reason TEXT NOT NULL, 
	response TEXT, 
	owner TEXT NOT NULL, 
	status TEXT, 
	proximity TEXT, 
	"trigger" TEXT NOT NULL, 
	identified_on TEXT, 
	last_review TEXT, 
	next_review TEXT, 
	escalated_to TEXT NOT NULL, 
	note TEXT NOT NULL, 
	language TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(entry) REFERENCES entry (id)
)
 STRICT

;
CREATE INDEX risk_of_entry ON risk (entry);
CREATE INDEX risk_of_reference ON risk (CASE WHEN reference GLOB '*[^ -~]*' OR reference <> trim(reference) THEN x'' WHEN reference GLOB '[rR]-[0-9]*' THEN CAST(substr(reference, 3) AS INTEGER) ELSE lower(reference) END) WHERE reference <> '';
CREATE TABLE mitigation (
	id TEXT NOT NULL, 
	entry TEXT NOT NULL, 
	position REAL NOT NULL, 
	description TEXT NOT NULL, 
	action_owner TEXT NOT NULL, 
	due_date TEXT, 
	status TEXT, 
	language TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(entry) REFERENCES entry (id)
)
 STRICT

;
CREATE INDEX mitigation_of_entry ON mitigation (entry);
