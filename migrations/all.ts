import { Foundation1764000000000 } from './1764000000000-foundation';
import { Gate1764200000000 } from './1764200000000-gate';
import { Grants1764200100000 } from './1764200100000-grants';
import { Registers1764200200000 } from './1764200200000-registers';
import { Foresight1764200210000 } from './1764200210000-foresight';
import { FollowUp1764200220000 } from './1764200220000-follow-up';
import { GrantCost1764200300000 } from './1764200300000-grant-cost';
import { PreparingUnit1764200310000 } from './1764200310000-preparing-unit';
import { RecordFingerprints1764200320000 } from './1764200320000-record-fingerprints';

/** Every step of the schema, oldest first. A step that has been shared is never edited: a change is a new step. */
export const migrations = [
  Foundation1764000000000,
  Gate1764200000000,
  Grants1764200100000,
  Registers1764200200000,
  Foresight1764200210000,
  FollowUp1764200220000,
  GrantCost1764200300000,
  PreparingUnit1764200310000,
  RecordFingerprints1764200320000,
];
