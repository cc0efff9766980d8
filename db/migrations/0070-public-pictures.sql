-- What strangers read of a released picture: its name, and no cells of money or of single questions.

grant create on schema access to lotsenwerk_access;
set local role lotsenwerk_access;
-- Programmes and catalogs are read only by those who are signed in; of a picture that is public everybody knows what it is about.
create function access.public_pictures()
  returns table (picture_id uuid, programme_key text, programme_name text, catalog_title text)
  language sql stable security definer set search_path = '' as $$
  select p.id, g.key, g.name, c.title
    from pictures.picture p
    join programmes.programme g on g.id = p.programme_id
    left join catalogs.catalog c on c.id = p.catalog_id
   where p.public_at is not null and p.release_on <= access.today()
$$;
revoke execute on function access.public_pictures() from public;
grant execute on function access.public_pictures() to lotsenwerk_app;
set local role lotsenwerk_owner;
revoke create on schema access from lotsenwerk_access;

drop policy audience on pictures.cell;
create policy audience on pictures.cell for select to lotsenwerk_app
  using (picture_id in (select p.id from pictures.picture p where p.programme_id = any ((select access.scope_pictures())::uuid[])));
create policy everybody on pictures.cell for select to lotsenwerk_app
  using (dimension not in ('control', 'money') and picture_id in (select p.id from pictures.picture p where p.public_at is not null));
