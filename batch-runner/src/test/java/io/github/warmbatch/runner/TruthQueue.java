package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One queue of the truth test: its entries, tiny data sets for them, and what is to come of it.
 * Every fiftieth data set is missing or cannot be learned, every twenty-fifth entry repeats an
 * earlier one.
 */
final class TruthQueue {
  private static final int REPEAT_EVERY = 25;
  private static final int REPEATED_BEFORE = 10;
  private static final int BAD_EVERY = 50;
  private static final int FIRST_BAD = 7;

  final String name;
  final Path output;
  private final Path root;
  private final List<String> entries = new ArrayList<>();
  private final List<String> decisions = new ArrayList<>();
  private final List<String> dead = new ArrayList<>();

  TruthQueue(Path root, String name, int jobs) {
    this.root = root;
    this.name = name;
    this.output = root.resolve("output-" + name);
    for (int job = 0; job < jobs; job++) {
      if (job % REPEAT_EVERY == REPEAT_EVERY - 1) {
        entries.add(entries.get(job - REPEATED_BEFORE));
      } else {
        add(job);
      }
    }
  }

  private void add(int job) {
    String path = "%s/%05d.csv".formatted(name, job);
    entries.add(path);
    boolean isBad = job % BAD_EVERY == FIRST_BAD;
    if (isBad) {
      dead.add(path);
    }
    if (!isBad) {
      // Some small numbers mean something to the trainer.
      int amount = 10_000 + job;
      write(path, "AMOUNT,LABEL\n%d,%d\n%d.5,1\n".formatted(amount, job % 2, job * 3));
    } else if (job % (2 * BAD_EVERY) == FIRST_BAD) {
      write(path, "AMOUNT,LABEL\n666,0\n");
    }
    decisions.add((isBad ? "dead " : "absorbed ") + path);
  }

  /** What is pushed, in order. */
  List<String> entries() {
    return entries;
  }

  /** Each decision that is to be in the lineage, in order. */
  List<String> decisions() {
    return decisions;
  }

  /** The entries that are to become dead letters. */
  List<String> dead() {
    return dead;
  }

  /** A decision as {@link #decisions} writes it. */
  static String decision(Manifest manifest) {
    Decision decision = manifest.decision();
    if (decision instanceof Decision.Absorbed absorbed) {
      return "absorbed " + absorbed.dataset().path();
    }
    return decision instanceof Decision.Dead given ? "dead " + given.job().path() : decision.kind();
  }

  private void write(String path, String content) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
