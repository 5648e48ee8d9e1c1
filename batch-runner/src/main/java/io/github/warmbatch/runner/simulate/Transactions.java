package io.github.warmbatch.runner.simulate;

import java.util.Arrays;

/** A growing list of one day's transactions. Not safe for use from many threads. */
final class Transactions {
  private int size;
  private int[] seconds = new int[1024];
  private int[] customers = new int[1024];
  private int[] terminals = new int[1024];
  private int[] cents = new int[1024];
  private byte[] scenarios = new byte[1024];

  /** Appends a transaction that nobody has tampered with. */
  void add(int second, int customer, int terminal, int amount) {
    if (size == seconds.length) {
      grow();
    }
    seconds[size] = second;
    customers[size] = customer;
    terminals[size] = terminal;
    cents[size] = amount;
    size++;
  }

  int size() {
    return size;
  }

  int second(int row) {
    return seconds[row];
  }

  int customer(int row) {
    return customers[row];
  }

  int terminal(int row) {
    return terminals[row];
  }

  int cents(int row) {
    return cents[row];
  }

  int scenario(int row) {
    return scenarios[row];
  }

  void markAsFraud(int row, int scenario) {
    scenarios[row] = (byte) scenario;
  }

  void multiplyAmount(int row, int factor) {
    cents[row] *= factor;
  }

  /** The rows by time; those of the same second stay in order. */
  int[] byTime() {
    long[] keys = new long[size];
    for (int row = 0; row < size; row++) {
      keys[row] = ((long) seconds[row] << 32) | row;
    }
    Arrays.sort(keys);
    int[] rows = new int[size];
    for (int place = 0; place < size; place++) {
      rows[place] = (int) keys[place];
    }
    return rows;
  }

  private void grow() {
    int length = 2 * size;
    seconds = Arrays.copyOf(seconds, length);
    customers = Arrays.copyOf(customers, length);
    terminals = Arrays.copyOf(terminals, length);
    cents = Arrays.copyOf(cents, length);
    scenarios = Arrays.copyOf(scenarios, length);
  }
}
