package io.github.warmbatch.runner.simulate;

/** What customers do, before anybody tampers with it. Immutable. */
final class Activity {
  private static final int NOON = 43_200;
  private static final int DEVIATION = 20_000;
  private static final int DAY = 86_400;

  private final long seed;
  private final Customers customers;
  private final Terminals terminals;

  Activity(long seed, Customers customers, Terminals terminals) {
    this.seed = seed;
    this.customers = customers;
    this.terminals = terminals;
  }

  /** A day's transactions, customer by customer. */
  Transactions on(int day) {
    Transactions transactions = new Transactions();
    int[] near = new int[terminals.count()];
    for (int customer = 0; customer < customers.count(); customer++) {
      Draws draws = Draws.of(seed, Draws.Purpose.TRANSACTIONS, day, customer);
      int begun = customers.transactions(customer, draws);
      if (begun > 0) {
        int choice = terminals.near(customers.x(customer), customers.y(customer), near);
        for (int i = 0; i < begun && choice > 0; i++) {
          spend(transactions, customer, draws, near[draws.below(choice)]);
        }
      }
    }
    return transactions;
  }

  /** A transaction that would not fall on the day does not take place. */
  private void spend(Transactions transactions, int customer, Draws draws, int terminal) {
    int second = (int) (NOON + DEVIATION * draws.normal());
    int cents = customers.cents(customer, draws);
    if (second > 0 && second < DAY) {
      transactions.add(second, customer, terminal, cents);
    }
  }
}
