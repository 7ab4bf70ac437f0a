/**
 * What is known so far about where efficient points can still lie: the points found (none dominated by another) and the boxes
 * of the search region, the space above the points' staircase. A partial choice is worth pursuing only if its upper bounds
 * reach a box (a new efficient point) or a found point (an equal one).
 *
 * Zones   Each zone is a point or a box, kept as the least values of the bound directions that its members have. When a new
 *         point is found, the boxes it splits die and name the zones that took their place, so that a list of zones made earlier
 *         can be brought up to date (`resolve`).
 * Source  Klamroth, Lacour & Vanderpooten, "On the representation of the search region in multi-objective optimization",
 *         European Journal of Operational Research 245 (2015), 767–778: redundancy elimination of local bounds.
 */
export class ZoneSet {
  private readonly aims: number;
  private readonly bounds: number;
  private capacity = 256;
  /** Corner of each zone: a point's values, or the values every member of a box exceeds. */
  private corners: Float64Array;
  /** Least value of each bound direction in the zone. */
  needs: Float64Array;
  alive: Uint8Array;
  private heirs: (number[] | null)[] = [];
  private stamps: Int32Array;
  private stamp = 0;
  private count = 0;
  private livingBoxes: number[] = [];
  private livingPoints: number[] = [];

  /**
   * floor: below every feasible point; ceiling: no feasible point exceeds it.
   * steps: the least by which a value can exceed another in each aim (1 for whole numbers, 0 where unknown).
   * directions: weights over the aims, one row per bound. mostBoxes: with more boxes than this they are split no further; they
   * still cover all that can be new, only less closely.
   */
  constructor(
    floor: readonly number[],
    private readonly ceiling: readonly number[],
    private readonly steps: readonly number[],
    private readonly directions: readonly (readonly number[])[],
    private readonly mostBoxes = Infinity,
  ) {
    this.aims = floor.length;
    this.bounds = directions.length;
    this.corners = new Float64Array(this.capacity * this.aims);
    this.needs = new Float64Array(this.capacity * this.bounds);
    this.alive = new Uint8Array(this.capacity);
    this.stamps = new Int32Array(this.capacity);
    this.livingBoxes.push(this.newZone(floor, false));
  }

  /** True once there were too many boxes to split further; then `beatsBounds` is worth asking. */
  get isFrozen(): boolean {
    return this.livingBoxes.length > this.mostBoxes;
  }

  /** True when a found point is better than whatever stays within the bounds of the single aims. */
  beatsBounds(bounds: ArrayLike<number>): boolean {
    const { aims, corners } = this;
    for (const id of this.livingPoints) {
      let better = false;
      let k = 0;
      for (; k < aims; k++) {
        const difference = (corners[id * aims + k] as number) - (bounds[k] as number);
        if (difference < 0) break;
        if (difference > 0) better = true;
      }
      if (k === aims && better) return true;
    }
    return false;
  }

  /** Ids of all living zones. */
  living(): readonly number[] {
    return [...this.livingPoints, ...this.livingBoxes];
  }

  /** Ids of the living boxes: where efficient points not yet found can be. */
  livingBoxIds(): readonly number[] {
    return this.livingBoxes;
  }

  /** The points found so far, none dominated by another. */
  points(): readonly (readonly number[])[] {
    return this.livingPoints.map((id) => this.cornerOf(id));
  }

  /** The values of a point, or those every member of a box exceeds. */
  cornerOf(id: number): number[] {
    const corner = new Array<number>(this.aims);
    for (let k = 0; k < this.aims; k++) corner[k] = this.corners[id * this.aims + k] as number;
    return corner;
  }

  /** Brings the zone ids from list[from..to) up to date: the dead replaced by their heirs, each id once. Returns the count. */
  resolve(list: Int32Array, from: number, to: number, into: Int32Stack): void {
    const stamp = ++this.stamp;
    into.length = 0;
    const stack: number[] = [];
    for (let p = from; p < to; p++) {
      const id = list[p] as number;
      if (this.alive[id]) {
        if (this.stamps[id] !== stamp) {
          this.stamps[id] = stamp;
          into.push(id);
        }
        continue;
      }
      stack.push(id);
      while (stack.length > 0) {
        const dead = stack.pop() as number;
        if (this.stamps[dead] === stamp) continue;
        this.stamps[dead] = stamp;
        if (this.alive[dead]) into.push(dead);
        else for (const heir of this.heirs[dead] ?? []) stack.push(heir);
      }
    }
  }

  /** True when the point lies in one of the listed boxes, dead ones included: only then can it be new. */
  mayBeNew(point: ArrayLike<number>, list: Int32Stack, from: number): boolean {
    const { aims, corners } = this;
    for (let p = from; p < list.length; p++) {
      const base = (list.items[p] as number) * aims;
      let k = 0;
      while (k < aims && (corners[base + k] as number) < (point[k] as number)) k++;
      if (k === aims) return true;
    }
    return false;
  }

  /** Adds a feasible point. Returns false when a found point is at least as good in every aim (equal ones included). */
  insert(point: ArrayLike<number>): boolean {
    const { aims, corners } = this;
    for (let p = this.livingPoints.length - 1; p >= 0; p--) {
      const base = (this.livingPoints[p] as number) * aims;
      let k = 0;
      while (k < aims && (corners[base + k] as number) >= (point[k] as number)) k++;
      if (k === aims) {
        if (p < this.livingPoints.length - 1) {
          // Move what refused this point one step later, where the next search looks sooner.
          const id = this.livingPoints[p] as number;
          this.livingPoints[p] = this.livingPoints[p + 1] as number;
          this.livingPoints[p + 1] = id;
        }
        return false;
      }
    }
    const values = new Array<number>(aims);
    for (let k = 0; k < aims; k++) values[k] = point[k] as number;
    this.dropDominated(values);
    this.splitBoxes(values);
    return true;
  }

  private dropDominated(values: readonly number[]): void {
    const { aims, corners } = this;
    this.livingPoints = this.livingPoints.filter((id) => {
      for (let k = 0; k < aims; k++) if ((corners[id * aims + k] as number) > (values[k] as number)) return true;
      this.alive[id] = 0;
      this.heirs[id] = [];
      return false;
    });
  }

  /**
   * Splits the boxes that hold the point, one candidate per box and side. A candidate inside another box is left out. Because
   * its own box held the point, that other box can only be a kept one whose corner on the same side is the point's value, or
   * a candidate of the same side: nothing else needs comparing.
   */
  private splitBoxes(values: readonly number[]): void {
    const { aims } = this;
    const pointId = this.newZone(values, true);
    this.livingPoints.push(pointId);
    if (this.isFrozen) return; // the boxes as they are hold every state that reaches the point
    const hit: number[] = [];
    let kept = 0;
    const touching: number[][] = values.map(() => []);
    for (const id of this.livingBoxes) {
      let k = 0;
      while (k < aims && (this.corners[id * aims + k] as number) < (values[k] as number)) k++;
      if (k === aims) {
        hit.push(id);
        continue;
      }
      this.livingBoxes[kept++] = id;
      if (this.corners[id * aims + k] === values[k]) touching[k]?.push(id);
    }
    this.livingBoxes.length = kept;
    for (const id of hit) {
      this.alive[id] = 0;
      this.heirs[id] = [pointId];
    }
    for (let side = 0; side < aims; side++) {
      const value = values[side] as number;
      if (value + (this.steps[side] as number) > (this.ceiling[side] as number)) continue;
      const owners = [...(touching[side] as number[])];
      for (const parent of hit.sort((a, b) => this.cornerSum(a, side) - this.cornerSum(b, side) || a - b)) {
        let owner = owners.find((id) => this.containsBeside(id, parent, side));
        if (owner === undefined) {
          const corner = this.cornerOf(parent);
          corner[side] = value;
          owner = this.newZone(corner, false);
          owners.push(owner);
          this.livingBoxes.push(owner);
        }
        (this.heirs[parent] as number[]).push(owner);
      }
    }
  }

  private cornerSum(id: number, without: number): number {
    let sum = 0;
    for (let k = 0; k < this.aims; k++) if (k !== without) sum += this.corners[id * this.aims + k] as number;
    return sum;
  }

  private containsBeside(outer: number, inner: number, side: number): boolean {
    const { aims, corners } = this;
    for (let k = 0; k < aims; k++)
      if (k !== side && (corners[outer * aims + k] as number) > (corners[inner * aims + k] as number)) return false;
    return true;
  }

  private newZone(corner: readonly number[], isPoint: boolean): number {
    if (this.count === this.capacity) this.grow();
    const id = this.count++;
    for (let k = 0; k < this.aims; k++) this.corners[id * this.aims + k] = corner[k] as number;
    for (let j = 0; j < this.bounds; j++) {
      const direction = this.directions[j] as readonly number[];
      let need = 0;
      for (let k = 0; k < this.aims; k++) {
        const weight = direction[k] as number;
        if (weight !== 0) need += weight * ((corner[k] as number) + (isPoint ? 0 : (this.steps[k] as number)));
      }
      this.needs[id * this.bounds + j] = need;
    }
    this.alive[id] = 1;
    this.heirs[id] = null;
    return id;
  }

  private grow(): void {
    this.capacity *= 2;
    const larger = <T extends Float64Array | Uint8Array | Int32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.corners = larger(this.corners, new Float64Array(this.capacity * this.aims));
    this.needs = larger(this.needs, new Float64Array(this.capacity * this.bounds));
    this.alive = larger(this.alive, new Uint8Array(this.capacity));
    this.stamps = larger(this.stamps, new Int32Array(this.capacity));
  }
}

/** A growing list of whole numbers. */
export class Int32Stack {
  items = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.items.length) {
      const larger = new Int32Array(this.items.length * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length++] = value;
  }
}
