// The shape of the database, as the list of steps that made it. A step is never changed once it was released: add one.

/** `user_version` of a database is the number of steps it has seen. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT;

  CREATE TABLE profiles (
    id TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    last_check TEXT,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE drafts (
    id TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    receipt TEXT
  ) STRICT;

  CREATE TABLE attachments (
    id TEXT PRIMARY KEY,
    draft_id TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    content_id TEXT,
    received INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX attachments_by_draft ON attachments (draft_id);

  CREATE TABLE transcripts (
    id TEXT PRIMARY KEY,
    origin TEXT NOT NULL,
    name TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    outcome TEXT NOT NULL,
    entry_count INTEGER NOT NULL,
    is_kept INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX transcripts_by_time ON transcripts (started_at);

  -- Entries are kept as they were written: some at a time, as one JSON array.
  CREATE TABLE entry_batches (
    transcript_id TEXT NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
    first INTEGER NOT NULL,
    count INTEGER NOT NULL,
    entries TEXT NOT NULL,
    PRIMARY KEY (transcript_id, first)
  ) STRICT;

  CREATE TABLE mails (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    received_at INTEGER NOT NULL,
    envelope_from TEXT NOT NULL,
    envelope_to TEXT NOT NULL,
    sender TEXT NOT NULL,
    subject TEXT NOT NULL,
    size INTEGER NOT NULL,
    is_tls INTEGER NOT NULL,
    user TEXT,
    is_read INTEGER NOT NULL,
    attachment_count INTEGER NOT NULL,
    transcript_id TEXT
  ) STRICT;

  CREATE TABLE mail_recipients (
    mail INTEGER NOT NULL REFERENCES mails (row) ON DELETE CASCADE,
    address TEXT NOT NULL COLLATE NOCASE
  ) STRICT;
  CREATE INDEX mail_recipients_by_mail ON mail_recipients (mail);
  CREATE INDEX mail_recipients_by_address ON mail_recipients (address, mail);

  -- Apart from the index, so that listing never reads past the bytes of a mail. Larger mails are files.
  CREATE TABLE mail_sources (
    mail INTEGER PRIMARY KEY REFERENCES mails (row) ON DELETE CASCADE,
    source BLOB NOT NULL
  ) STRICT;

  CREATE VIRTUAL TABLE mail_search USING fts5 (
    sender, recipients, subject, text,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
  );
  CREATE TRIGGER mail_search_forgets AFTER DELETE ON mails BEGIN
    DELETE FROM mail_search WHERE rowid = old.row;
  END;
  `,
  `
  -- Reports are packed, apart from what a list shows of them.
  CREATE TABLE diagnoses (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    past TEXT NOT NULL,
    report BLOB NOT NULL
  ) STRICT;
  `,
  `
  -- A mail is kept at once, and read for the search a little later.
  ALTER TABLE mails ADD COLUMN is_indexed INTEGER NOT NULL DEFAULT 1;
  CREATE INDEX mails_to_index ON mails (row) WHERE is_indexed = 0;
  `,
]
