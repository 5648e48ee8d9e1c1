package io.github.warmbatch.runner.simulate;

import io.github.warmbatch.runner.simulate.Draws.Purpose;
import java.util.BitSet;

/** Who is compromised on which day, and what comes of it. Immutable. */
final class Frauds {
  static final int TERMINALS_A_DAY = 2;
  static final int TERMINAL_DAYS = 28;
  static final int CUSTOMERS_A_DAY = 3;
  static final int CUSTOMER_DAYS = 14;

  private static final int LARGE_CENTS = 22_000;

  private final long seed;
  private final int customers;
  private final int terminals;

  Frauds(long seed, int customers, int terminals) {
    this.seed = seed;
    this.customers = customers;
    this.terminals = terminals;
  }

  /** Marks a day's frauds, the scenarios in their order, a later one in place of an earlier. */
  void commit(int day, Transactions transactions) {
    BitSet badTerminals = compromisedTerminals(day);
    BitSet badCustomers = compromisedCustomers(day);
    Draws draws = Draws.of(seed, Purpose.STOLEN_CARD, day, 0);
    for (int row = 0; row < transactions.size(); row++) {
      if (transactions.cents(row) > LARGE_CENTS) {
        transactions.markAsFraud(row, 1);
      }
      if (badTerminals.get(transactions.terminal(row))) {
        transactions.markAsFraud(row, 2);
      }
      if (badCustomers.get(transactions.customer(row)) && draws.below(3) == 0) {
        transactions.multiplyAmount(row, 5);
        transactions.markAsFraud(row, 3);
      }
    }
  }

  /** Those that fell on this day or on one of the 27 before it. */
  BitSet compromisedTerminals(int day) {
    BitSet compromised = new BitSet(terminals);
    for (int begin = Math.max(0, day - TERMINAL_DAYS + 1); begin <= day; begin++) {
      Draws draws = Draws.of(seed, Purpose.COMPROMISED_TERMINALS, begin, 0);
      compromised.or(sample(draws, TERMINALS_A_DAY, terminals));
    }
    return compromised;
  }

  /** Those that fell on this day or on one of the 13 before it. */
  BitSet compromisedCustomers(int day) {
    BitSet compromised = new BitSet(customers);
    for (int begin = Math.max(0, day - CUSTOMER_DAYS + 1); begin <= day; begin++) {
      Draws draws = Draws.of(seed, Purpose.COMPROMISED_CUSTOMERS, begin, 0);
      compromised.or(sample(draws, CUSTOMERS_A_DAY, customers));
    }
    return compromised;
  }

  private static BitSet sample(Draws draws, int size, int count) {
    BitSet sample = new BitSet(count);
    while (sample.cardinality() < size) {
      sample.set(draws.below(count));
    }
    return sample;
  }
}
