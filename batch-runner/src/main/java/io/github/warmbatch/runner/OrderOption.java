package io.github.warmbatch.runner;

import io.github.warmbatch.queue.Order;
import picocli.CommandLine.Option;

/** Which end of the list the claims come from. */
final class OrderOption {
  @Option(
      names = "--order",
      paramLabel = "fifo|lifo",
      description = "Which end of the list is next: the head (fifo, the default) or the tail.")
  Order order = Order.FIFO;
}
