"""Reading, records, quads, store, lookups, exports and the command line of Bilateral."""
