package io.github.warmbatch.bench;

import io.github.warmbatch.queue.Claim;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.Lease;
import io.github.warmbatch.queue.Payload;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long a claim and a completion take when much is waiting, or was given up. */
final class Lengths {
  private static final int ROUNDS = 5;
  private static final int CLAIMS = 2_000;
  private static final int FEW = 10;
  private static final int DEAD = 10_000;
  private static final int WAITING = 1_000_000;
  private static final int PORTION = 10_000;

  private final BenchServer server;
  private final PrintStream out;

  Lengths(BenchServer server, PrintStream out) {
    this.server = server;
    this.out = out;
  }

  /** Measures queues in turn, round after round, and prints a table. */
  void run() throws InterruptedException {
    List<Length> lengths = new ArrayList<>();
    try (JobQueue few = server.queue("few", "few").connect();
        JobQueue dead = server.queue("dead", "dead").connect();
        JobQueue many = server.queue("many", "many").connect()) {
      fill(few, FEW);
      bury(dead, DEAD);
      fill(dead, FEW);
      fill(many, WAITING);
      lengths.add(new Length("%,d waiting".formatted(FEW), few));
      lengths.add(new Length("%,d waiting, %,d dead letters".formatted(FEW, DEAD), dead));
      lengths.add(new Length("%,d waiting".formatted(WAITING), many));
      for (int round = -1; round < ROUNDS; round++) {
        for (Length length : lengths) {
          length.measure(round >= 0);
        }
      }
      print(lengths);
    }
  }

  private void print(List<Length> lengths) {
    out.printf("%n| a median of %,d in each of %d rounds ", CLAIMS, ROUNDS);
    out.println("| claim, µs | range | complete, µs | range |\n|---|---:|---:|---:|---:|");
    for (Length length : lengths) {
      String claim = length.claims.cells("%.0f");
      out.printf("| %s | %s | %s |%n", length.name, claim, length.completions.cells("%.0f"));
    }
    Length ten = lengths.get(0);
    out.printf("%n| to the first, round by round | claim | range | complete | range |%n");
    out.println("|---|---:|---:|---:|---:|");
    for (Length length : lengths.subList(1, lengths.size())) {
      String claim = length.claims.dividedBy(ten.claims).cells("%.2f");
      String complete = length.completions.dividedBy(ten.completions).cells("%.2f");
      out.printf("| %s | %s | %s |%n", length.name, claim, complete);
    }
  }

  private static void fill(JobQueue queue, int count) {
    for (int left = count; left > 0; left -= PORTION) {
      queue.submit(NoOpWorker.entries(Math.min(left, PORTION)));
    }
  }

  private static void bury(JobQueue queue, int count) throws InterruptedException {
    fill(queue, count);
    for (int i = 0; i < count; i++) {
      claim(queue).bury("It cannot be read: row 17 has no label.");
    }
  }

  private static Lease claim(JobQueue queue) throws InterruptedException {
    return ((Claim.Granted) queue.claim(Duration.ZERO)).lease();
  }

  /** A queue that stays as long as it is, and what was measured on it. */
  private static final class Length {
    private final String name;
    private final JobQueue queue;
    private final Series claims = new Series();
    private final Series completions = new Series();

    Length(String name, JobQueue queue) {
      this.name = name;
      this.queue = queue;
    }

    void measure(boolean counts) throws InterruptedException {
      Series claim = new Series();
      Series complete = new Series();
      for (int i = 0; i < CLAIMS; i++) {
        long begun = System.nanoTime();
        Lease lease = claim(queue);
        long claimed = System.nanoTime();
        lease.complete();
        long completed = System.nanoTime();
        claim.add((claimed - begun) / 1e3);
        complete.add((completed - claimed) / 1e3);
        queue.submit(List.of(Payload.of("datasets/training/another-%d.csv".formatted(i))));
      }
      if (counts) {
        claims.add(claim.median());
        completions.add(complete.median());
      }
    }
  }
}
