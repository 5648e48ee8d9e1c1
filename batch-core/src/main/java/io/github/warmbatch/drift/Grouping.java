package io.github.warmbatch.drift;

import java.util.ArrayList;
import java.util.List;

/** Takes cells together until each group has a share of one of two samples that tells something. */
final class Grouping {
  private final Cells cells;
  private final double[] before;
  private final double[] now;
  private final double least;
  private final List<Group> groups = new ArrayList<>();

  private Grouping(Cells cells, double[] before, double[] now, double least) {
    this.cells = cells;
    this.before = before;
    this.now = now;
    this.least = least;
  }

  /**
   * Groups the cells: neighbours where they are ordered, else the rare ones with the other values.
   *
   * @param before for each cell its share of the one sample
   * @param now for each cell its share of the other one
   * @param least the share that a group is to have in one of them
   */
  static List<Group> of(Cells cells, double[] before, double[] now, double least) {
    Grouping grouping = new Grouping(cells, before, now, least);
    if (cells.areOrdered()) {
      grouping.takeNeighbours();
    } else {
      grouping.takeRareOnes();
    }
    grouping.add(grouping.single(cells.missing()));
    return grouping.groups;
  }

  private void takeNeighbours() {
    int first = 0;
    double p = 0;
    double q = 0;
    for (int cell = 0; cell < cells.plain(); cell++) {
      p += before[cell];
      q += now[cell];
      if (Math.max(p, q) >= least) {
        groups.add(new Group(first, cell, p, q));
        first = cell + 1;
        p = 0;
        q = 0;
      }
    }
    if (p > 0 || q > 0) {
      takeWhatIsLeft(new Group(first, cells.plain() - 1, p, q));
    }
  }

  /** Too little at the end belongs to the group before it. */
  private void takeWhatIsLeft(Group left) {
    if (groups.isEmpty()) {
      groups.add(left);
      return;
    }
    Group last = groups.remove(groups.size() - 1);
    groups.add(
        new Group(
            last.first(), left.last(), last.before() + left.before(), last.now() + left.now()));
  }

  private void takeRareOnes() {
    int others = cells.others();
    double p = before[others];
    double q = now[others];
    for (int cell = 0; cell < cells.plain(); cell++) {
      if (Math.max(before[cell], now[cell]) >= least) {
        groups.add(single(cell));
      } else {
        p += before[cell];
        q += now[cell];
      }
    }
    add(new Group(others, others, p, q));
  }

  private Group single(int cell) {
    return new Group(cell, cell, before[cell], now[cell]);
  }

  private void add(Group group) {
    if (group.before() > 0 || group.now() > 0) {
      groups.add(group);
    }
  }
}
