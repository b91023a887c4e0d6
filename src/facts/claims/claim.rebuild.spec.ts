import { countsFrom, follow, followAsOf, type Rebuilt, type ToldEvent } from './claim.rebuild.js';

const AT = '2024-10-24T10:00:00.000Z';
const base = { workspaceId: 'w', claimId: 'c', actorId: 'm' };
const event = (type: string, data: ToldEvent['data'], at = AT): ToldEvent => ({
  ...base,
  type,
  data,
  at: new Date(at),
});
const rebuild = (...events: ToldEvent[]) => events.reduce<Rebuilt | null>(follow, null);
const told = { text: 'A claim.', language: 'en', topics: ['Kursk'], corroboration: { asOf: AT } };
const submitted = (stamp: object = {}) => event('claim.submitted', { claim: told, ...stamp });
const stamp = (claimVersion: number, claimUpdatedAt: string) => ({ claimVersion, claimUpdatedAt });

describe('a claim rebuilt from events', () => {
  it('is nothing before it was entered', () => {
    expect(rebuild()).toBeNull();
    expect(rebuild(event('evidence.added', stamp(2, AT)))).toBeNull();
  });

  it('knows everything where its events tell versions', () => {
    const later = '2024-10-24T11:00:00.000Z';
    const changes = { place: { from: null, to: 'Kursk' } };
    const rebuilt = rebuild(submitted(stamp(1, AT)), event('claim.updated', { changes, ...stamp(2, later) }));
    expect(rebuilt!.claim).toMatchObject({
      id: 'c',
      createdBy: 'm',
      text: 'A claim.',
      place: 'Kursk',
      version: 2,
    });
    expect(rebuilt!.claim.updatedAt.toISOString()).toBe(later);
    expect([...rebuilt!.unknown]).toEqual([]);
  });

  it('says that it does not know the version where older events did not tell it', () => {
    const changes = { place: { from: null, to: 'Kursk' } };
    const old = rebuild(submitted(), event('claim.updated', { changes }));
    expect(old!.claim).toMatchObject({ place: 'Kursk', version: 1 });
    expect([...old!.unknown]).toEqual(['corroboration.asOf', 'version', 'updatedAt']);
    const since = follow(old, event('statement.recorded', { statement: {}, ...stamp(7, AT) }));
    expect(since!.claim.version).toBe(7);
    expect([...since!.unknown]).toEqual([]);
  });

  it('says which fields it does not know where what told them was erased, until they are told again', () => {
    const erased = rebuild(event('claim.submitted', null));
    expect([...erased!.unknown]).toEqual(expect.arrayContaining(['text', 'language', 'createdAt']));
    const changes = { text: { from: 'A claim.', to: 'Another.' } };
    const again = follow(erased, event('claim.updated', { changes, ...stamp(2, AT) }));
    expect(again!.claim.text).toBe('Another.');
    expect([...again!.unknown]).toEqual(expect.not.arrayContaining(['text', 'version']));
    expect([...again!.unknown]).toContain('language');
    const lost = rebuild(submitted(stamp(1, AT)), event('claim.transitioned', null));
    expect([...lost!.unknown]).toEqual(expect.arrayContaining(['status', 'verdict', 'version']));
  });

  it('takes no part from events that do not change the claim', () => {
    const before = rebuild(submitted(stamp(1, AT)))!;
    for (const type of ['assignment.leased', 'decision.submitted', 'round.opened', 'claim.adjudicated']) {
      expect(follow(before, event(type, { claimVersion: 9 }))).toEqual(before);
    }
  });

  it('is at the moment of a change what the change made of it, though an event before that was written later', () => {
    const [moment, later] = ['2024-10-24T11:00:00.000Z', '2024-10-24T11:00:00.001Z'];
    const moved = { from: 'queued', to: 'in_review', changes: {}, ...stamp(2, moment) };
    const taken = [
      submitted(stamp(1, AT)),
      event('assignment.leased', {}, later),
      event('claim.transitioned', moved, later),
    ];
    const at = (asOf: string) =>
      taken.reduce<Rebuilt | null>((before, one) => followAsOf(before, one, new Date(asOf)), null);
    expect(at(moment)!.claim).toMatchObject({ status: 'in_review', version: 2 });
    expect(at('2024-10-24T10:59:59.999Z')!.claim).toMatchObject({ status: 'triage', version: 1 });
    expect(at('2024-10-24T09:59:59.999Z')).toBeNull();
  });

  it('counts a change from the moment it was told for, and an older one from when it was written', () => {
    const later = '2024-10-24T10:00:00.001Z';
    expect(countsFrom(event('claim.updated', stamp(2, later))).toISOString()).toBe(later);
    const confirmed = event('claim.corroboration-confirmed', { asOf: { from: AT, to: later } });
    expect(countsFrom(confirmed).toISOString()).toBe(later);
    expect(countsFrom(event('claim.updated', { changes: {} })).toISOString()).toBe(AT);
    expect(countsFrom(event('claim.updated', null)).toISOString()).toBe(AT);
  });
});
