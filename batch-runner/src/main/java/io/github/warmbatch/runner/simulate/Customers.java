package io.github.warmbatch.runner.simulate;

/** Who the customers are: where they live, what they spend and how often. Immutable. */
final class Customers {
  private final double[] x;
  private final double[] y;
  private final double[] meanAmount;
  private final double[] meanPerDay;

  Customers(long seed, int count) {
    x = new double[count];
    y = new double[count];
    meanAmount = new double[count];
    meanPerDay = new double[count];
    for (int customer = 0; customer < count; customer++) {
      Draws draws = Draws.of(seed, Draws.Purpose.CUSTOMER, customer, 0);
      x[customer] = draws.uniform(0, Simulator.PLANE);
      y[customer] = draws.uniform(0, Simulator.PLANE);
      meanAmount[customer] = draws.uniform(5, 100);
      meanPerDay[customer] = draws.uniform(0, 4);
    }
  }

  int count() {
    return x.length;
  }

  double x(int customer) {
    return x[customer];
  }

  double y(int customer) {
    return y[customer];
  }

  /** How many transactions a customer begins on a day. */
  int transactions(int customer, Draws draws) {
    return draws.poisson(meanPerDay[customer]);
  }

  /** What a customer spends at once, in cents. */
  int cents(int customer, Draws draws) {
    double mean = meanAmount[customer];
    double amount = mean + mean / 2 * draws.normal();
    if (amount < 0) {
      amount = draws.uniform(0, 2 * mean);
    }
    return (int) Math.rint(amount * 100);
  }
}
