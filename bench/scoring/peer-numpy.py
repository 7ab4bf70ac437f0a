"""Peers of W1 and W2 in numpy. Reads commands on stdin ("w1 S", "w2 L free 2000"), answers one JSON line each."""
import json, sys, time
import numpy as np

MASK = 0xFFFFFFFF


def generator(seed):
    a = seed & MASK

    def u32():
        nonlocal a
        a = (a + 0x6D2B79F5) & MASK
        t = ((a ^ (a >> 15)) * (a | 1)) & MASK
        t ^= (t + (((t ^ (t >> 7)) * (t | 61)) & MASK)) & MASK
        return t ^ (t >> 14)

    return u32


def words(seed, count):
    """The same words, all at once: the state is a plain sum, so word k needs no word before it."""
    with np.errstate(over="ignore"):
        a = (np.uint32(seed) + np.arange(1, count + 1, dtype=np.uint32) * np.uint32(0x6D2B79F5)).astype(np.uint32)
        t = (a ^ (a >> np.uint32(15))) * (a | np.uint32(1))
        t ^= t + (t ^ (t >> np.uint32(7))) * (t | np.uint32(61))
        return t ^ (t >> np.uint32(14))


W1 = {"S": (100, 8, 11), "M": (10_000, 12, 12), "L": (1_000_000, 16, 13)}
W2 = {"S": (20, 6, 21), "M": (100, 8, 22), "L": (1000, 12, 23)}
cache = {}


def w1_data(size):
    n, c, seed = W1[size]
    w = words(seed, c + n * c)
    raw = 1 + (w[:c] % 100).astype(float)
    return (w[c:] / 2**32).reshape(n, c), raw / raw.sum(), np.arange(c) % 2 == 0


def w1(size):
    if size not in cache:
        cache[size] = w1_data(size)
    x, w, up = cache[size]
    t, cpu = time.perf_counter(), time.process_time()
    low, high = x.min(axis=0), x.max(axis=0)
    factors = np.where(up, w, -w) / (high - low)
    v = x @ factors - np.where(up, low, high) @ factors
    order = np.argsort(-v, kind="stable")
    seconds, cpu = time.perf_counter() - t, time.process_time() - cpu
    return dict(seconds=seconds, cpu=cpu, sum=float(v.sum()), top=order[:3].tolist(), best=float(v[order[0]]), last=int(order[-1]))


def w2_data(size):
    m, n, seed = W2[size]
    w = words(seed, m * (2 * n + 1)).reshape(m, 2 * n + 1)
    mid, half = w[:, 0 : 2 * n : 2] / 2**32, 0.02 + 0.13 * (w[:, 1 : 2 * n : 2] / 2**32)
    cost = 10 + (w[:, 2 * n] % 491).astype(np.int64)
    return np.maximum(0, mid - half), np.minimum(1, mid + half), cost, int(3 * cost.sum() // 10)


def w2(size, weights, draws):
    low, high, cost, budget = w2_data(size)
    m, n = low.shape
    rng = np.random.default_rng(7)
    block = max(1, min(draws, 1_000_000 // m // n * 8))
    acceptability = np.zeros((m, m), np.int64)
    pairs = np.zeros((m, m), np.int64)
    included = np.zeros(m, np.int64)
    central = np.zeros((m, n))
    index, width = np.arange(m), high - low
    t, cpu = time.perf_counter(), time.process_time()
    for start in range(0, draws, block):
        k = min(block, draws - start)
        w = rng.standard_exponential((k, n))
        w /= w.sum(axis=1, keepdims=True)
        if weights == "ordinal":
            w = -np.sort(-w, axis=1)
        u = rng.random((k, m, n), dtype=np.float32)
        u *= width.astype(np.float32)
        u += low.astype(np.float32)
        v = np.matmul(u, w.astype(np.float32)[:, :, None])[:, :, 0]
        order = np.argsort(-v, axis=1)
        ranks = np.empty((k, m), np.int16)
        np.put_along_axis(ranks, order, np.arange(m, dtype=np.int16)[None, :], 1)
        acceptability += np.bincount((index * m + ranks).ravel(), minlength=m * m).reshape(m, m)
        np.add.at(central, order[:, 0], w)
        left = np.full(k, budget)
        for place in range(m):
            i = order[:, place]
            fits = cost[i] <= left
            left -= np.where(fits, cost[i], 0)
            included += np.bincount(i[fits], minlength=m)
        for r in ranks:
            pairs += r[:, None] < r[None, :]
    seconds, cpu = time.perf_counter() - t, time.process_time() - cpu
    return dict(
        seconds=seconds,
        cpu=cpu,
        first=(acceptability[:, 0] / draws).tolist(),
        wins=(pairs[0, :3] / draws).tolist(),
        included=(included / draws).tolist(),
    )


for line in sys.stdin:
    command, *rest = line.split()
    answer = w1(*rest) if command == "w1" else w2(rest[0], rest[1], int(rest[2])) if command == "w2" else dict(numpy=np.__version__)
    print(json.dumps(answer), flush=True)
