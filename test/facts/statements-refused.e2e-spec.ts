import { claim, type Client, type Json, source, Workspace } from '../setup/workspace.js';
import { done, faults, say, strike } from './steps.js';

const HOUR = 3_600_000;

describe('a statement that cannot be recorded', () => {
  let by: Client;
  let editor: Client;
  let ua: Json;
  let us: Json;
  let dprk: Json;

  beforeAll(async () => {
    const workspace = Workspace.open();
    [by, editor] = [await workspace.client('fact_checker'), await workspace.client('editor')];
    [ua, us, dprk] = [
      await source(by, { party: 'Ukraine' }),
      await source(by, { party: 'US' }),
      await source(by, { party: 'DPRK' }),
    ];
  });

  /** A claim that Ukraine asserts, the DPRK denies and the US doubts. */
  async function disputed() {
    const { id } = await claim(by);
    const asserted = await say(by, id, ua.id, 'asserts');
    const denied = await say(by, id, dprk.id, 'denies');
    return { id, asserted, denied };
  }

  /** Sends a statement that must be refused at a path, and that must leave nothing behind. */
  async function expectRefused(claimId: string, body: object, path: string) {
    const before = await everythingAbout(claimId);
    const answer = await by.post(`/claims/${claimId}/statements`, body);
    expect({ body, ...faults(answer) }).toEqual({ body, status: 400, paths: [path] });
    expect(answer.body.code).toBe('request.invalid');
    expect(await everythingAbout(claimId)).toEqual(before);
  }

  async function everythingAbout(claimId: string) {
    const paths = ['', '/statements', '/corroboration', '/history'];
    return Promise.all(paths.map((path) => done(by.get(`/claims/${claimId}${path}`))));
  }

  it('is a relay in another direction than its base', async () => {
    const { id, asserted, denied } = await disputed();
    const evaded = await say(by, id, us.id, 'evades');
    const relay = (stance: string, basedOnStatementId: string) => ({
      sourceId: us.id,
      stance,
      basedOnStatementId,
    });
    for (const [stance, base] of [
      ['denies', asserted],
      ['asserts', denied],
      ['confirms', denied],
      ['partly_confirms', denied],
      ['denies', evaded],
      ['confirms', evaded],
    ]) {
      const from = base === evaded ? dprk.id : us.id;
      await expectRefused(id, { ...relay(stance, base.id), sourceId: from }, 'basedOnStatementId');
    }
    // What neither supports nor opposes may be based on anything.
    for (const base of [asserted, denied])
      await say(by, id, us.id, 'questions', { basedOnStatementId: base.id });
    await say(by, id, us.id, 'partly_confirms', { basedOnStatementId: asserted.id });
    await say(by, id, us.id, 'denies', { basedOnStatementId: denied.id });
  });

  it('is a relay of its own source', async () => {
    const { id, asserted } = await disputed();
    await expectRefused(
      id,
      { sourceId: ua.id, stance: 'asserts', basedOnStatementId: asserted.id },
      'basedOnStatementId',
    );
    const self = { stance: 'asserts', basedOnSourceId: ua.id };
    await expectRefused(id, { sourceId: ua.id, ...self }, 'basedOnSourceId');
    await expectRefused(id, { sourceId: ua.id.toUpperCase(), ...self }, 'basedOnSourceId');
  });

  it('is based on a statement of another claim, of another workspace or of nobody', async () => {
    const { id } = await disputed();
    const { asserted: elsewhere } = await disputed();
    const stranger = await Workspace.open().client('fact_checker');
    const foreign = await say(stranger, (await claim(stranger)).id, (await source(stranger)).id, 'asserts');
    const messages = new Set();
    for (const base of [elsewhere.id, foreign.id, id, '00000000-0000-7000-8000-000000000000']) {
      const body = { sourceId: us.id, stance: 'confirms', basedOnStatementId: base };
      await expectRefused(id, body, 'basedOnStatementId');
      messages.add((await by.post(`/claims/${id}/statements`, body)).body.errors[0].message);
    }
    expect(messages.size).toBe(1);
  });

  it('names a source that is not of the workspace, in any of its fields', async () => {
    const { id } = await disputed();
    const stranger = await Workspace.open().client('fact_checker');
    const foreign = (await source(stranger)).id;
    const said = { sourceId: us.id, stance: 'confirms' };
    for (const field of ['sourceId', 'reportedById', 'basedOnSourceId']) {
      await expectRefused(id, { ...said, [field]: foreign }, field);
      await expectRefused(id, { ...said, [field]: 'GUR' }, field);
    }
  });

  it('has two bases', async () => {
    const { id, asserted } = await disputed();
    await expectRefused(
      id,
      { sourceId: us.id, stance: 'confirms', basedOnStatementId: asserted.id, basedOnSourceId: ua.id },
      'basedOnSourceId',
    );
  });

  it('claims to know by itself what it relays, or relays nobody', async () => {
    const { id, asserted } = await disputed();
    const said = { sourceId: us.id, stance: 'confirms' };
    for (const basis of ['firsthand', 'imagery', 'document', 'intelligence', 'unknown']) {
      await expectRefused(id, { ...said, basis, basedOnStatementId: asserted.id }, 'basis');
      await expectRefused(id, { ...said, basis, basedOnSourceId: ua.id }, 'basis');
    }
    await expectRefused(id, { ...said, basis: 'relayed' }, 'basis');
    await expectRefused(id, { ...said, basis: 'hearsay' }, 'basis');
  });

  it('retracts where its source has no position to take back', async () => {
    const { id } = await disputed();
    const retraction = { sourceId: us.id, stance: 'retracts' };
    await expectRefused(id, retraction, 'stance');
    await say(by, id, us.id, 'evades');
    await expectRefused(id, retraction, 'stance');
    const said = await say(by, id, us.id, 'cannot_confirm', { saidAt: '2024-10-24' });
    await strike(editor, said.id);
    await expectRefused(id, retraction, 'stance');
    await say(by, id, us.id, 'cannot_confirm', { saidAt: '2024-10-25' });
    await say(by, id, us.id, 'retracts', { saidAt: '2024-10-26' });
    await expectRefused(id, { ...retraction, saidAt: '2024-10-27' }, 'stance');
  });

  it('was said on a day that begins more than 14 hours from now', async () => {
    const { id } = await disputed();
    const said = { sourceId: us.id, stance: 'confirms' };
    const dayIn = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString().slice(0, 10);
    for (const saidAt of [
      dayIn(14 + 24),
      `${dayIn(14 + 24)}T00:00:00Z`,
      `${dayIn(14 + 48)}T23:59:59.999+14:00`,
      '9999-12-31',
      '9999-12-31T23:59:59-10:00',
    ]) {
      await expectRefused(id, { ...said, saidAt }, 'saidAt');
    }
    // Where it is already tomorrow, what is said today carries tomorrow's date.
    expect((await say(by, id, us.id, 'confirms', { saidAt: dayIn(13) })).saidAt).toBe(dayIn(13));
  });

  it('is based on a statement that was struck', async () => {
    const { id, asserted } = await disputed();
    await strike(editor, asserted.id);
    await expectRefused(
      id,
      { sourceId: us.id, stance: 'confirms', basedOnStatementId: asserted.id },
      'basedOnStatementId',
    );
  });

  it('has a quantity without a bound, the wrong way round or without a unit', async () => {
    const { id } = await disputed();
    const said = { sourceId: us.id, stance: 'confirms' };
    const refused: [object, string][] = [
      [{ unit: 'soldiers' }, 'quantity'],
      [{ min: null, max: null, unit: 'soldiers' }, 'quantity'],
      [{ min: 2, max: 1, unit: 'soldiers' }, 'quantity.min'],
      [{ min: 1 }, 'quantity.unit'],
      [{ min: 1, unit: ' ' }, 'quantity.unit'],
      [{ min: '1', unit: 'soldiers' }, 'quantity.min'],
      [{ min: 1, unit: 'soldiers', about: true }, 'quantity.about'],
    ];
    for (const [quantity, path] of refused) await expectRefused(id, { ...said, quantity }, path);
  });

  it('is refused beside a new claim with its path, and there is no claim then', async () => {
    const refused: [object, string][] = [
      [{ sourceId: us.id, stance: 'retracts' }, 'statement.stance'],
      [{ sourceId: us.id, stance: 'confirms', basis: 'relayed' }, 'statement.basis'],
      [{ sourceId: us.id, stance: 'confirms', saidAt: '9999-01-01' }, 'statement.saidAt'],
      [{ sourceId: us.id, stance: 'confirms', basedOnSourceId: us.id }, 'statement.basedOnSourceId'],
      [{ sourceId: us.id, stance: 'confirms', basedOnStatementId: us.id }, 'statement.basedOnStatementId'],
      [{ sourceId: us.id, stance: 'confirms', quantity: { unit: 'x' } }, 'statement.quantity'],
      [{ sourceId: us.id, stance: 'confirms', said: 'today' }, 'statement.said'],
      [{ stance: 'confirms' }, 'statement.sourceId'],
    ];
    for (const [statement, path] of refused) {
      const text = `Refused at ${path}`;
      const answer = await by.post('/claims', { text, language: 'en', statement });
      expect(faults(answer)).toEqual({ status: 400, paths: [path] });
      expect((await done(by.get(`/claims?text="${text}"`))).items).toEqual([]);
    }
  });
});
