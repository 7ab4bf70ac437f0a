// A shared machine can be slow; a test that hangs still ends. Nothing is asserted about time.
jest.setTimeout(60_000);
