import type { PortalId } from '../domain/values/ids.ts';
import type { Clock, PortalTransaction, Store } from '../usecases/ports.ts';
import { createAccountStore } from './account-store.ts';
import { dueAssessments, loadAssessments, saveAssessments, staleAssessments } from './assessment-store.ts';
import type { Database } from './database.ts';
import { definitionsAt } from './definition-store.ts';
import { disqualifiedEmails, forgetDisqualifiedEmails, keepDisqualifiedEmails } from './disqualified-email-store.ts';
import type { Queryable } from './queryable.ts';
import { loadStageFigures } from './edition-store.ts';
import { saveFollowUp } from './follow-up-store.ts';
import { loadHandoff, loadHandoffs, missClocks, unassignedRecords } from './handoff-store.ts';
import { observe } from './history-store.ts';
import { finishDeliveries, quarantine } from './inbox-store.ts';
import { dealIntentKeys, markApplied, settledIntents } from './intent-store.ts';
import { saveDeals, savePeople } from './journey-store.ts';
import { holdLease, lockPortal, releaseLease, takeLease } from './lease-store.ts';
import { loadNeighborhood } from './neighborhood.ts';
import { enqueue, withdraw } from './outbox-store.ts';
import { loadOwners, loadRoster, roleOf } from './owner-store.ts';
import { propertyLabels } from './property-store.ts';
import { recordsAfter } from './record-store.ts';
import { noteReleased, releasable } from './release-store.ts';
import { answeredRequest, rememberRequest } from './request-store.ts';
import { loadSettings } from './settings-store.ts';
import { createStageCheckStore } from './stage-check-store.ts';

/** A lease outlives its holder by no more than this; long calls to HubSpot are shorter. */
const LEASE_MS = 60_000;

/** The use cases' store: one transaction per portal, seen through the portal's row-level security. */
export function createStore(database: Database, owner: string, clock: Clock): Store {
  return {
    inPortal: (portalId, work) => database.inPortal(portalId, (tx) => work(portalTransaction(tx, portalId, clock))),
    takeLease: (portalId, name) =>
      database.inPortal(portalId, (tx) => takeLease(tx, portalId, { name, owner, now: clock(), forMs: LEASE_MS })),
    releaseLease: (lease) => database.inPortal(lease.portalId, (tx) => releaseLease(tx, lease)),
  };
}

export function portalTransaction(tx: Queryable, portalId: PortalId, clock: Clock): PortalTransaction {
  return {
    portalId,
    settings: () => loadSettings(tx, portalId),
    lock: () => lockPortal(tx, portalId),
    holdLease: (lease) => holdLease(tx, lease, clock() + LEASE_MS),
    observe: (observations) => observe(tx, portalId, observations),
    recordsAfter: (after, limit) => recordsAfter(tx, portalId, after, limit),
    neighborhood: (touched) => loadNeighborhood(tx, portalId, touched),
    savePeople: (people, version) => savePeople(tx, portalId, people, version),
    saveDeals: (deals, version) => saveDeals(tx, portalId, deals, version),
    enqueue: (records, dueAt) => enqueue(tx, portalId, records, dueAt),
    withdraw: (records) => withdraw(tx, portalId, records),
    finishInbox: (ids, at) => finishDeliveries(tx, portalId, ids, at),
    quarantine: (events) => quarantine(tx, portalId, events),
    stageFigures: () => loadStageFigures(tx, portalId),
    handoffs: (contactIds, dealIds) => loadHandoffs(tx, portalId, contactIds, dealIds),
    handoff: (handoffId) => loadHandoff(tx, portalId, handoffId),
    missClocks: (now) => missClocks(tx, portalId, now),
    unassignedRecords: () => unassignedRecords(tx, portalId),
    roster: () => loadRoster(tx, portalId),
    assessments: (contactIds) => loadAssessments(tx, portalId, contactIds),
    saveAssessments: (assessments) => saveAssessments(tx, portalId, assessments),
    dueAssessments: (now, limit) => dueAssessments(tx, portalId, now, limit),
    staleAssessments: (limit) => staleAssessments(tx, portalId, limit),
    releasable: (day, now, limit) => releasable(tx, portalId, day, now, limit),
    noteReleased: (contactIds, day, at) => noteReleased(tx, portalId, contactIds, day, at),
    disqualifiedEmails: (hashes) => disqualifiedEmails(tx, portalId, hashes),
    keepDisqualifiedEmails: (emails) => keepDisqualifiedEmails(tx, portalId, emails),
    forgetDisqualifiedEmails: (hashes) => forgetDisqualifiedEmails(tx, portalId, hashes),
    definitionsAt: (at) => definitionsAt(tx, portalId, at),
    accounts: createAccountStore(tx, portalId),
    stageChecks: createStageCheckStore(tx, portalId),
    propertyLabels: () => propertyLabels(tx, portalId),
    owners: () => loadOwners(tx, portalId),
    roleOf: (userId) => roleOf(tx, portalId, userId),
    dealIntentKeys: (contactIds) => dealIntentKeys(tx, portalId, contactIds),
    saveFollowUp: (followUp, at, version) => saveFollowUp(tx, portalId, followUp, at, version),
    answeredRequest: (key) => answeredRequest(tx, portalId, key),
    rememberRequest: (key, answer, at) => rememberRequest(tx, portalId, key, answer, at),
    settledIntents: (limit) => settledIntents(tx, portalId, limit),
    markApplied: (intentIds, at) => markApplied(tx, portalId, intentIds, at),
  };
}
