import { connect, withConnections } from '../database.js';
import { keepBusy, withCallers } from '../load.js';

const CALLERS = 8;
const TEXTS = 400;
const LOOK_UP = `select claim_id from claim_terms where claim_keys(workspace_id, configuration, terms, urls) @> array[$1]`;

/**
 * GET /claims/similar for texts that share three quarters of their words with a claim, beside the look-up of their
 * rarest word in the index; and entering claims with and without being told of similar ones.
 */
export async function similarFigures({ desk, server, seconds }) {
  const texts = await textsOf(desk);
  const any = () => texts[Math.floor(Math.random() * texts.length)];
  const figures = [];
  for (const callers of [1, CALLERS]) {
    for (const [which, isTold] of [
      ['in its language', true],
      ['in any language', false],
    ]) {
      const path = ({ text, language }) =>
        `/claims/similar?${new URLSearchParams({ text, ...(isTold && { language }) })}`;
      const ask = (caller) => caller.get(200, path(any()));
      const api = await withCallers(server, Array(callers).fill(desk.viewer), async (all) => {
        await keepBusy(all, ask, { seconds: 1 });
        return keepBusy(all, ask, { seconds });
      });
      const bare = await withConnections(desk.url, callers, (clients) =>
        keepBusy(clients, (client) => client.query({ name: 'look-up', text: LOOK_UP, values: [any().key] }), {
          seconds,
        }),
      );
      figures.push({
        what: `GET /claims/similar ${which}, ${callers === 1 ? 'one caller' : `${callers} callers`}`,
        api,
        limit: 'look-up of its rarest word',
        bare,
      });
    }
  }
  for (const query of ['', '?similar=true']) {
    const enter = (caller) => {
      const { text, language } = any();
      return caller.post(201, `/claims${query}`, { text: `${text} ${Math.random()}`, language });
    };
    const api = await withCallers(server, Array(CALLERS).fill(desk.factChecker), (all) =>
      keepBusy(all, enter, { seconds }),
    );
    figures.push({ what: `POST /claims${query}, ${CALLERS} callers`, api });
  }
  return figures;
}

/** Texts of claims with a quarter of their words left out, each with the index's key of its rarest word. */
async function textsOf(desk) {
  const client = await connect(desk.url);
  const { rows } = await client.query(
    `select c.language, array_to_string((regexp_split_to_array(c.text, ' '))[4:], ' ') as text, rarest.key
       from (select * from claims order by random() limit $1) c
      cross join lateral (
        select l.workspace_id || ' ' || l.configuration || ' ' || l.lexeme as key
          from unnest(to_tsvector(stemmed_as(c.language)::regconfig, array_to_string((regexp_split_to_array(c.text, ' '))[4:], ' '))) w
          join claim_lexemes l on l.workspace_id = c.workspace_id and l.configuration = stemmed_as(c.language) and l.lexeme = w.lexeme
         order by l.claims limit 1
      ) rarest`,
    [TEXTS],
  );
  await client.end();
  return rows;
}
