package io.github.warmbatch.learner;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Chooses the features that are worth being looked at in pairs. */
final class PairChoice {
  private PairChoice() {}

  /** So many features of this layout at most. */
  static List<Integer> of(Layout layout, int limit) {
    Set<Integer> chosen = new LinkedHashSet<>();
    if (!layout.amounts().isEmpty()) {
      chosen.add(layout.amounts().get(0));
    }
    for (int memory = 0; memory < layout.memories(); memory++) {
      EntityShape shape = layout.shape(memory);
      int start = layout.blockStart(memory);
      chosen.add(start + shape.rateFeature(shape.lives() / 2));
      if (shape.amounts() > 0) {
        chosen.add(start + shape.amountFeature(0) + shape.lives() - 1);
      }
    }
    chosen.addAll(layout.amounts());
    for (int number = 0; number < layout.numbers().size(); number++) {
      chosen.add(number);
    }
    List<Integer> all = new ArrayList<>(chosen);
    return all.subList(0, Math.min(limit, all.size()));
  }
}
