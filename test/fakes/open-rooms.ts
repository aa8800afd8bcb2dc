/** A whole workspace on a database of its own, without a screen and without a worker. */
import { openHouse, openWorkspace } from '#core/workspace/open-workspace.ts';
import type { Label } from '#core/model/label.ts';
import { makePorts } from './ports.ts';

export function openRooms() {
  const house = openHouse(makePorts(), `rooms-${crypto.randomUUID()}`);
  return { house, workspace: openWorkspace(house) };
}

export type Rooms = ReturnType<typeof openRooms>;

export function label(id: number, name: string, fields: Partial<Label> = {}): Label {
  return { id, name, color: '#3463a6', type: 'any', attributes: [], ...fields };
}
