-- Entries that hold a word of every group and every facet, the newest first. Text operators are not leakproof: under a
-- forced policy their index would go unused, so the principal is asked in here, and nobody gets around it: whatever is
-- given, rows of other partners and words of notes that the principal may not read are left out.
-- Looked at in blocks of entries back in time: one, then four, then sixteen, so that a common word costs no more than a
-- page; what has filled no page by then is rare, and is looked for in all the rest at once, where no list of blocks is in the way.
-- That a contact has ended is said by its not being open: a lexeme that nearly all entries have helps no index.
create or replace function search_history(
  word_groups text[], facets text[], since timestamptz, until timestamptz, before bigint, most int
) returns table (number bigint, contact_id uuid)
language plpgsql stable security definer
set search_path = centrala, pg_temp set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
declare
  block_entries constant int := 8192;
  most_blocks constant int := 16;
  kind text := principal_kind();
  every boolean := principal_sees_every_partner();
  partners uuid[] := principal_partners();
  wanted text;
  top bigint;
  bottom bigint := 0;
  block bigint;
  lowest bigint;
  width bigint := 1;
  got int;
  left_over int := least(most, 200);
begin
  if kind not in ('staff', 'partner', 'token', 'system') or not every and cardinality(partners) = 0 then return; end if;

  select string_agg(clause, ' & ') into wanted from (
    select '(' || string_agg(history_lexeme(word) || case when kind = 'partner' then ''
             else ' | ' || history_lexeme('~' || word) end, ' | ') || ')'
      from unnest(word_groups) with ordinality as one (words, place), string_to_table(words, ' ') word
     where word !~ '^~' group by place
    union all
    select case one when 's:ended' then '!' || history_lexeme('s:open') else history_lexeme(one) end
      from unnest(facets) one where one ~ '^[a-z]:'
    union all
    select '(' || string_agg(history_lexeme('p:' || replace(id::text, '-', '')), ' | ') || ')'
      from unnest(partners) id where not every having count(*) > 0) clauses (clause);

  select max(h.number) into top from history_entry h;
  top := least(top, before - 1);
  if top is null then return; end if;
  if since is not null then
    select h.number - block_entries into bottom from history_entry h where h.arrived_at >= since order by h.arrived_at limit 1;
    if bottom is null then return; end if;
  end if;
  if until is not null then
    select least(top, h.number + block_entries) into top
      from history_entry h where h.arrived_at < until order by h.arrived_at desc limit 1;
    if top is null then return; end if;
  end if;

  if wanted is null then
    return query select h.number, h.contact_id from history_entry h
      where h.number <= top and h.number > bottom and (since is null or h.arrived_at >= since)
        and (until is null or h.arrived_at < until)
      order by h.number desc limit left_over;
    return;
  end if;

  block := top / block_entries;
  lowest := greatest(bottom, 0) / block_entries;
  while left_over > 0 and block >= lowest loop
    return query with hit as materialized (
        select h.number, h.contact_id, h.partner_id, h.arrived_at from history_entry h
         where h.words @@ (wanted || case when width > most_blocks then '' else ' & (' || (
                 select string_agg(history_lexeme('b:' || n), ' | ')
                   from generate_series(greatest(block - width + 1, lowest), block) n) || ')' end)::tsquery)
      select hit.number, hit.contact_id from hit
       where hit.number <= top and hit.number < (block + 1) * block_entries and (every or hit.partner_id = any(partners))
         and (since is null or hit.arrived_at >= since) and (until is null or hit.arrived_at < until)
       order by hit.number desc limit left_over;
    get diagnostics got = row_count;
    left_over := left_over - got;
    exit when width > most_blocks;
    block := block - width;
    width := width * 4;
  end loop;
end $$;
