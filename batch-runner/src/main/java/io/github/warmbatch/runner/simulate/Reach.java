package io.github.warmbatch.runner.simulate;

import java.util.Arrays;

/** Which terminals each customer uses. Immutable. */
final class Reach {
  private final int[] starts;
  private final int[] terminals;

  Reach(Customers customers, Terminals terminals) {
    this.starts = new int[customers.count() + 1];
    int[] near = new int[terminals.count()];
    int[] all = new int[1024];
    for (int customer = 0; customer < customers.count(); customer++) {
      int found = terminals.near(customers.x(customer), customers.y(customer), near);
      int start = starts[customer];
      if (start + found > all.length) {
        all = Arrays.copyOf(all, Math.max(2 * all.length, start + found));
      }
      System.arraycopy(near, 0, all, start, found);
      starts[customer + 1] = start + found;
    }
    this.terminals = Arrays.copyOf(all, starts[customers.count()]);
  }

  /** How many terminals a customer uses. */
  int of(int customer) {
    return starts[customer + 1] - starts[customer];
  }

  /** One of the terminals that a customer uses, each as likely as another. */
  int terminal(int customer, Draws draws) {
    return terminals[starts[customer] + draws.below(of(customer))];
  }
}
