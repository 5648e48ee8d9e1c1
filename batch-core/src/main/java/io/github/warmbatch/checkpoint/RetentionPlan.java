package io.github.warmbatch.checkpoint;

import java.util.BitSet;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Which states retention gives up: all but the newest of the surviving chain, the champion's, the
 * pinned ones, and the nearest ancestor of the head that is whole, so that a damaged head always
 * has somewhere to fall back to. Two states are kept in any case.
 */
final class RetentionPlan {
  private static final int LEAST = 2;

  private final Lineage lineage;
  private final Marks marks;
  private final BitSet candidates = new BitSet();
  private final BitSet kept = new BitSet();

  private RetentionPlan(Lineage lineage, Marks marks) {
    this.lineage = lineage;
    this.marks = marks;
    for (Link link : lineage.chain()) {
      long number = link.entry().number();
      if (link.entry().isAbsorbed() && !marks.retention().isPruned(number)) {
        candidates.set((int) number);
      }
    }
  }

  /**
   * The numbers whose states are to be given up, ascending.
   *
   * @param keepLast how many of the newest to keep, at least 1
   * @param isWhole reads a state and tells whether it is undamaged; throws where that cannot be
   *     told, and then nothing is to be given up
   */
  static List<Long> of(Lineage lineage, Marks marks, int keepLast, LongPredicate isWhole) {
    RetentionPlan plan = new RetentionPlan(lineage, marks);
    plan.keepNewest(keepLast);
    plan.keepMarked();
    if (plan.kept.equals(plan.candidates)) {
      return List.of();
    }
    plan.keepWholeAncestor(isWhole);
    plan.keepAtLeast();
    plan.candidates.andNot(plan.kept);
    return plan.candidates.stream().mapToObj(number -> (long) number).toList();
  }

  private void keepNewest(int keepLast) {
    int count = 0;
    for (int number = newest(); number > 0 && count < keepLast; number = before(number)) {
      if (!lineage.isAbandoned(number)) {
        kept.set(number);
        count++;
      }
    }
  }

  private void keepMarked() {
    marks.retention().pinned().forEach(number -> keep(number));
    marks.champion(lineage).map(Promotion::number).ifPresent(number -> keep(number));
  }

  private void keepAtLeast() {
    for (int number = newest(); number > 0 && kept.cardinality() < LEAST; number = before(number)) {
      kept.set(number);
    }
  }

  private void keepWholeAncestor(LongPredicate isWhole) {
    int number = before((int) lineage.modelNumber());
    while (number > 0 && (lineage.isAbandoned(number) || !isWhole.test(number))) {
      number = before(number);
    }
    keep(number);
  }

  private void keep(long number) {
    if (number > 0 && candidates.get((int) number)) {
      kept.set((int) number);
    }
  }

  private int newest() {
    return candidates.length() - 1;
  }

  /** The next older candidate, 0 or less for none. */
  private int before(int number) {
    return number <= 0 ? 0 : candidates.previousSetBit(number - 1);
  }
}
