-- A removed logo is kept until there is another, so that its removal can be taken back.
alter table partner_logo add column removed_at timestamptz;
