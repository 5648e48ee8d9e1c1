package io.github.warmbatch.runner.simulate;

/**
 * Where the terminals are, in a grid whose cells are as wide as a customer's reach: what is within
 * reach lies in a customer's own cell or next to it. Immutable.
 */
final class Terminals {
  private static final int MOST_CELLS = 1000;

  private final double[] x;
  private final double[] y;
  private final double reach;
  private final int side;

  /** The terminals cell by cell, and where each cell begins. */
  private final int[] byCell;

  private final int[] cellStarts;

  Terminals(long seed, int count, double reach) {
    this.x = new double[count];
    this.y = new double[count];
    this.reach = reach;
    this.side = (int) Math.max(1, Math.min(MOST_CELLS, Math.floor(Simulator.PLANE / reach)));
    for (int terminal = 0; terminal < count; terminal++) {
      Draws draws = Draws.of(seed, Draws.Purpose.TERMINAL, terminal, 0);
      x[terminal] = draws.uniform(0, Simulator.PLANE);
      y[terminal] = draws.uniform(0, Simulator.PLANE);
    }
    this.cellStarts = new int[side * side + 1];
    this.byCell = new int[count];
    sortIntoCells();
  }

  private void sortIntoCells() {
    for (int terminal = 0; terminal < x.length; terminal++) {
      cellStarts[cell(terminal) + 1]++;
    }
    for (int cell = 0; cell < side * side; cell++) {
      cellStarts[cell + 1] += cellStarts[cell];
    }
    int[] next = cellStarts.clone();
    for (int terminal = 0; terminal < x.length; terminal++) {
      byCell[next[cell(terminal)]++] = terminal;
    }
  }

  int count() {
    return x.length;
  }

  double x(int terminal) {
    return x[terminal];
  }

  double y(int terminal) {
    return y[terminal];
  }

  /**
   * Finds the terminals nearer to a place than a customer's reach.
   *
   * @param found receives them; has room for all terminals
   * @return how many there are
   */
  int near(double atX, double atY, int[] found) {
    int count = 0;
    for (int row = Math.max(0, line(atY) - 1); row <= Math.min(side - 1, line(atY) + 1); row++) {
      int first = row * side + Math.max(0, line(atX) - 1);
      int last = row * side + Math.min(side - 1, line(atX) + 1);
      for (int at = cellStarts[first]; at < cellStarts[last + 1]; at++) {
        double dx = x[byCell[at]] - atX;
        double dy = y[byCell[at]] - atY;
        if (dx * dx + dy * dy < reach * reach) {
          found[count++] = byCell[at];
        }
      }
    }
    return count;
  }

  private int cell(int terminal) {
    return line(y[terminal]) * side + line(x[terminal]);
  }

  private int line(double coordinate) {
    return Math.min(side - 1, (int) (coordinate / Simulator.PLANE * side));
  }
}
