package io.github.warmbatch.runner.simulate;

/** What customers do, before anybody tampers with it. Immutable. */
final class Activity {
  private static final int NOON = 43_200;
  private static final int DEVIATION = 20_000;
  private static final int DAY = 86_400;

  private final long seed;
  private final Customers customers;
  private final Reach reach;

  Activity(long seed, Customers customers, Reach reach) {
    this.seed = seed;
    this.customers = customers;
    this.reach = reach;
  }

  /** A day's transactions, customer by customer. */
  Transactions on(int day) {
    Transactions transactions = new Transactions();
    for (int customer = 0; customer < customers.count(); customer++) {
      if (reach.of(customer) > 0) {
        Draws draws = Draws.of(seed, Draws.Purpose.TRANSACTIONS, day, customer);
        for (int left = customers.transactions(customer, draws); left > 0; left--) {
          spend(transactions, customer, draws);
        }
      }
    }
    return transactions;
  }

  /** A transaction that would not fall on the day does not take place. */
  private void spend(Transactions transactions, int customer, Draws draws) {
    int second = (int) (NOON + DEVIATION * draws.normal());
    int terminal = reach.terminal(customer, draws);
    int cents = customers.cents(customer, draws);
    if (second > 0 && second < DAY) {
      transactions.add(second, customer, terminal, cents);
    }
  }
}
