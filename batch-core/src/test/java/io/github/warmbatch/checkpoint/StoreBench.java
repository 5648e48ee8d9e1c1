package io.github.warmbatch.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Measures what a long lineage costs to open, to ask and to list. Run it with the class path of the
 * tests; arguments: a directory to write to, and the lengths; see {@code docs/performance.md}.
 */
final class StoreBench {
  private static final int RUNS = 7;

  private StoreBench() {}

  /** Arguments: a directory, and one or more lengths. */
  public static void main(String[] arguments) throws IOException {
    for (String length : Arrays.asList(arguments).subList(1, arguments.length)) {
      int last = Integer.parseInt(length);
      Path output = Path.of(arguments[0], "lineage-of-" + length);
      if (Files.notExists(output)) {
        write(output, last);
      }
      measure(output, last);
    }
  }

  private static void write(Path output, int last) {
    FileCheckpointStore store = FileCheckpointStore.in(output);
    long begun = System.nanoTime();
    for (int day = 1; day <= last; day++) {
      StoreContractHooks.absorb(store, day);
    }
    say("commit, one of %d, small state".formatted(last), (System.nanoTime() - begun) / last);
  }

  private static void measure(Path output, int last) {
    time(last + ": open, manifests alone", () -> open(output, Integer.MAX_VALUE).lineage());
    time(last + ": open, with the ledger", () -> open(output, 256).lineage());
    time(
        last + ": open, model and spec",
        () -> {
          Lineage lineage = open(output, 256).lineage();
          return lineage.model().isPresent() && lineage.spec().isPresent();
        });
    time(last + ": open, every manifest", () -> open(output, 256).lineage().history().hashCode());
    FileCheckpointStore store = open(output, 256);
    Lineage lineage = store.lineage();
    time(last + ": look again, nothing new", store::lineage);
    time(last + ": 1000 questions", () -> ask(lineage));
    Lineage before = Lineage.of(lineage.history().subList(0, last - 1));
    Manifest newest = lineage.history().get(last - 1);
    time(last + ": one decision more", () -> before.with(List.of(newest)));
  }

  private static int ask(Lineage lineage) {
    int known = 0;
    for (int day = 0; day < 500; day++) {
      known += lineage.verdict("job-" + day).isPresent() ? 1 : 0;
      known += lineage.verdict(CheckpointSamples.dataset(day)).isPresent() ? 1 : 0;
    }
    return known;
  }

  private static FileCheckpointStore open(Path output, int interval) {
    return new FileCheckpointStore(
        new LocalFiles(),
        output,
        new FileCheckpointStore.Settings(Clock.systemUTC(), false, interval));
  }

  /** The median of some runs, the first ones left out. */
  private static void time(String what, Supplier<?> work) {
    long[] nanos = new long[RUNS];
    for (int run = -3; run < RUNS; run++) {
      long begun = System.nanoTime();
      Object result = work.get();
      long took = System.nanoTime() - begun;
      if (result == null) {
        throw new AssertionError(what);
      }
      if (run >= 0) {
        nanos[run] = took;
      }
    }
    Arrays.sort(nanos);
    say(what, nanos[RUNS / 2]);
  }

  private static void say(String what, long nanos) {
    System.out.printf(Locale.ROOT, "%-40s %10.3f ms%n", what, nanos / 1e6);
  }
}
