-- Whether every control has an identity of its own (alt-identifier) that is not its number: between two versions that have them, answers
-- move by it; else only by number and title together.
alter table catalogs.catalog add column has_keys boolean not null default false;
-- The warnings said so before there was a column; the identities of a workbook are made of its numbers.
update catalogs.catalog c set has_keys = c.origin <> 'workbook' and not exists (
  select from unnest(c.warnings) as w(text)
   where w.text like 'Nicht jede Anforderung hat eine dauerhafte Kennung (alt-identifier).%'
      or w.text like 'Dauerhafte Kennungen (alt-identifier) sind doppelt vergeben,%');
alter table catalogs.catalog alter column has_keys drop default;
