/* Peers of W1 (L) and W2 in C, built with gcc -O3 -march=native. Commands on stdin as for peer-numpy.py, one JSON line each. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static uint32_t state;
static uint32_t u32(void) {
  state += 0x6D2B79F5u;
  uint32_t t = state;
  t = (t ^ (t >> 15)) * (t | 1);
  t ^= t + (t ^ (t >> 7)) * (t | 61);
  return t ^ (t >> 14);
}
static double real(void) { return u32() / 4294967296.0; }
static int range(int lo, int hi) { return lo + (int)(u32() % (uint32_t)(hi - lo + 1)); }
static double clock_of(clockid_t id) {
  struct timespec t;
  clock_gettime(id, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}
static double now(void) { return clock_of(CLOCK_MONOTONIC); }
static double cpu(void) { return clock_of(CLOCK_PROCESS_CPUTIME_ID); }

/* 64-bit keys whose unsigned order is the descending order of doubles; least significant digit radix sort, 11 bits at a time. */
static uint64_t key_of(double v) {
  uint64_t b;
  memcpy(&b, &v, 8);
  b = (b >> 63) ? ~b : b | 0x8000000000000000ull;
  return ~b;
}
struct item { uint64_t key; uint32_t index; };
static void radix(struct item *a, struct item *spare, int n) {
  static uint32_t count[6][2048];
  memset(count, 0, sizeof count);
  for (int i = 0; i < n; i++)
    for (int p = 0; p < 6; p++) count[p][(a[i].key >> (11 * p)) & 2047]++;
  for (int p = 0; p < 6; p++) {
    uint32_t start = 0;
    if (count[p][(a[0].key >> (11 * p)) & 2047] == (uint32_t)n) continue;
    for (int d = 0; d < 2048; d++) { uint32_t c = count[p][d]; count[p][d] = start; start += c; }
    for (int i = 0; i < n; i++) spare[count[p][(a[i].key >> (11 * p)) & 2047]++] = a[i];
    struct item *t = a; a = spare; spare = t;
  }
  /* an odd number of passes leaves the result in the other array: the caller looks at `sorted` */
  extern struct item *sorted;
  sorted = a;
}
struct item *sorted;

static void w1(char size) {
  int n = size == 'S' ? 100 : size == 'M' ? 10000 : 1000000, c = size == 'S' ? 8 : size == 'M' ? 12 : 16;
  state = size == 'S' ? 11 : size == 'M' ? 12 : 13;
  double w[16], total = 0, low[16], high[16], factor[16];
  for (int k = 0; k < c; k++) { w[k] = range(1, 100); total += w[k]; }
  double *x = malloc(sizeof(double) * n * c), *v = malloc(sizeof(double) * n);
  struct item *a = malloc(sizeof *a * n), *b = malloc(sizeof *b * n);
  memset(a, 1, sizeof *a * n); memset(b, 1, sizeof *b * n); memset(v, 1, sizeof(double) * n);
  for (long k = 0; k < (long)n * c; k++) x[k] = real();
  double t = now(), p = cpu();
  for (int k = 0; k < c; k++) { low[k] = INFINITY; high[k] = -INFINITY; }
  for (int i = 0; i < n; i++)
    for (int k = 0; k < c; k++) {
      double y = x[(long)i * c + k];
      low[k] = y < low[k] ? y : low[k];
      high[k] = y > high[k] ? y : high[k];
    }
  double offset = 0;
  for (int k = 0; k < c; k++) {
    factor[k] = (k % 2 ? -1 : 1) * w[k] / total / (high[k] - low[k]);
    offset += factor[k] * (k % 2 ? high[k] : low[k]);
  }
  for (int i = 0; i < n; i++) {
    double s = -offset;
    for (int k = 0; k < c; k++) s += factor[k] * x[(long)i * c + k];
    v[i] = s;
    a[i] = (struct item){key_of(s), (uint32_t)i};
  }
  radix(a, b, n);
  t = now() - t;
  p = cpu() - p;
  double sum = 0;
  for (int i = 0; i < n; i++) sum += v[i];
  printf("{\"seconds\":%.9f,\"cpu\":%.9f,\"sum\":%.12g,\"top\":[%u,%u,%u],\"best\":%.15g,\"last\":%u}\n", t, p, sum, sorted[0].index,
         sorted[1].index, sorted[2].index, v[sorted[0].index], sorted[n - 1].index);
  free(x); free(v); free(a); free(b);
}

static uint32_t s0, s1, s2, s3;
static inline uint32_t rotl(uint32_t x, int k) { return (x << k) | (x >> (32 - k)); }
static inline uint32_t word(void) {
  uint32_t r = rotl(s0 + s3, 7) + s0, t = s1 << 9;
  s2 ^= s0; s3 ^= s1; s1 ^= s2; s0 ^= s3; s2 ^= t; s3 = rotl(s3, 11);
  return r;
}

/* As one would write it in C: score, sort, count; the pairs by comparing ranks, which the compiler vectorises. */
static void w2(char size, int ordinal, int draws) {
  int m = size == 'S' ? 20 : size == 'M' ? 100 : 1000, n = size == 'S' ? 6 : size == 'M' ? 8 : 12;
  state = size == 'S' ? 21 : size == 'M' ? 22 : 23;
  double *low = malloc(8 * m * n), *width = malloc(8 * m * n), *v = malloc(8 * m);
  int *cost = malloc(4 * m);
  long total = 0;
  for (int i = 0; i < m; i++) {
    for (int c = 0; c < n; c++) {
      double mid = real(), half = 0.02 + 0.13 * real();
      double a = fmax(0, mid - half), b = fmin(1, mid + half);
      low[i * n + c] = a; width[i * n + c] = (b - a) / 4294967296.0;
    }
    cost[i] = range(10, 500); total += cost[i];
  }
  long budget = 3 * total / 10;
  uint32_t *acc = calloc((size_t)m * m, 4), *pairs = calloc((size_t)m * m, 4), *inc = calloc(m, 4);
  double *central = calloc(m * n, 8);
  uint16_t *rank = malloc(2 * m), *block = calloc((size_t)m * m, 2);
  struct item *a = malloc(sizeof *a * m), *b = malloc(sizeof *b * m);
  s0 = 0x9e3779b9u; s1 = 0x243f6a88u; s2 = 0xb7e15162u; s3 = 0x2026u; /* the same draws every time */
  for (int k = 0; k < 20; k++) word();
  double t = now(), spent = cpu(), w[16];
  for (int s = 0; s < draws; s++) {
    double sum = 0;
    for (int c = 0; c < n; c++) { w[c] = -log((word() + 0.5) / 4294967296.0); sum += w[c]; }
    for (int c = 0; c < n; c++) w[c] /= sum;
    if (ordinal)
      for (int c = 1; c < n; c++)
        for (int k = c; k > 0 && w[k] > w[k - 1]; k--) { double x = w[k]; w[k] = w[k - 1]; w[k - 1] = x; }
    for (int i = 0; i < m; i++) {
      double y = 0;
      for (int c = 0; c < n; c++) y += w[c] * (low[i * n + c] + width[i * n + c] * word());
      v[i] = y;
      a[i] = (struct item){key_of(y), (uint32_t)i};
    }
    /* 33 leading bits are enough to order a thousand scores: three passes */
    for (int i = 0; i < m; i++) a[i].key >>= 31;
    radix(a, b, m);
    long left = budget;
    for (int p = 0; p < m; p++) {
      int i = (int)sorted[p].index;
      acc[i * m + p]++;
      rank[i] = (uint16_t)p;
      if (cost[i] <= left) { left -= cost[i]; inc[i]++; }
    }
    for (int c = 0; c < n; c++) central[sorted[0].index * n + c] += w[c];
    for (int i = 0; i < m; i++) {
      uint16_t mine = rank[i], *row = block + (size_t)i * m;
      for (int j = 0; j < m; j++) row[j] += mine < rank[j];
    }
    if (s % 60000 == 59999 || s == draws - 1)
      for (long k = 0; k < (long)m * m; k++) { pairs[k] += block[k]; block[k] = 0; }
  }
  t = now() - t;
  spent = cpu() - spent;
  printf("{\"seconds\":%.9f,\"cpu\":%.9f,\"first\":[", t, spent);
  for (int i = 0; i < m; i++) printf("%s%.6g", i ? "," : "", acc[(long)i * m] / (double)draws);
  printf("],\"wins\":[0,%.6g,%.6g],\"included\":[", pairs[1] / (double)draws, pairs[2] / (double)draws);
  for (int i = 0; i < m; i++) printf("%s%.6g", i ? "," : "", inc[i] / (double)draws);
  printf("]}\n");
  free(low); free(width); free(v); free(cost); free(acc); free(pairs); free(inc); free(central); free(rank); free(block); free(a); free(b);
}

int main(void) {
  char command[16], size[8], kind[16];
  int draws;
  setvbuf(stdout, NULL, _IOLBF, 0);
  while (scanf("%15s", command) == 1) {
    if (!strcmp(command, "w1") && scanf("%7s", size) == 1) w1(size[0]);
    else if (!strcmp(command, "w2") && scanf("%7s %15s %d", size, kind, &draws) == 3) w2(size[0], !strcmp(kind, "ordinal"), draws);
    else printf("{\"c\":\"%s\"}\n", __VERSION__);
  }
  return 0;
}
