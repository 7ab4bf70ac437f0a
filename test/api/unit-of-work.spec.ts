import { describeOnDatabase } from '../support/database';
import { useTestApi } from '../support/test-api';

describeOnDatabase('a unit of work', () => {
  const api = useTestApi(null);
  const count = () =>
    api().unitOfWork.read(
      async (tx) =>
        (await tx.query<{ count: number }[]>('SELECT count(*)::int AS count FROM strategy_priority'))[0]!.count,
    );
  const insert = `INSERT INTO strategy_priority (id, name_sv, name_en) VALUES ($1, 'x', 'x')`;

  it('is all or nothing', async () => {
    await api().unitOfWork.run((tx) => tx.query(insert, ['A']));
    await expect(
      api().unitOfWork.run(async (tx) => {
        await tx.query(insert, ['B']);
        throw new Error('half-way');
      }),
    ).rejects.toThrow('half-way');
    expect(await count()).toBe(1);
  });

  it('cannot be opened inside another, on any database', async () => {
    const { unitOfWork } = api();
    for (const inner of [
      () => unitOfWork.run(async () => 1),
      () => unitOfWork.read(async () => 1),
      () => unitOfWork.snapshot(async () => 1),
    ])
      for (const outer of ['run', 'read', 'snapshot'] as const)
        await expect(unitOfWork[outer](inner)).rejects.toThrow('inside another');
    expect(await unitOfWork.run(async () => 'free again')).toBe('free again');
  });

  it('that only reads cannot write', async () => {
    await expect(api().unitOfWork.snapshot((tx) => tx.query(insert, ['C']))).rejects.toThrow('read-only transaction');
  });

  it('may be many at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        api().unitOfWork.run((tx) => tx.query<{ n: number }[]>('SELECT $1::int AS n', [index])),
      ),
    );
    expect(all.map((rows) => rows[0]!.n)).toEqual(Array.from({ length: 30 }, (_, index) => index));
  });

  it('gives numbers that are exact or a bug, and days without a time', async () => {
    const read = (sql: string) => api().unitOfWork.read((tx) => tx.query<{ x: unknown }[]>(sql));
    expect(await read(`SELECT 9007199254740991::bigint AS x`)).toEqual([{ x: 9007199254740991 }]);
    await expect(read(`SELECT 9007199254740993::bigint AS x`)).rejects.toThrow('beyond exact whole numbers');
    expect(await read(`SELECT '2026-02-28'::date AS x`)).toEqual([{ x: '2026-02-28' }]);
    expect(await read(`SELECT 0.1::double precision + 0.2::double precision AS x`)).toEqual([
      { x: 0.30000000000000004 },
    ]);
  });
});
