package io.github.warmbatch.redis;

import io.github.warmbatch.queue.Order;
import io.github.warmbatch.queue.Payload;
import io.github.warmbatch.queue.QueueException;
import io.github.warmbatch.queue.QueueRefusedException;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a worker of the older scheme left behind. It moved each entry to the head of a list of its
 * own ({@code BRPOPLPUSH}), so the one at the tail was taken first. Entries are taken back from the
 * head, one at a time: whenever this ends, each is in one of the two lists, and begun again it goes
 * on.
 */
final class Leftovers {
  private static final int PORTION = 1_000;

  private final ScriptRunner scripts;
  private final String side;

  Leftovers(ScriptRunner scripts, String list, Order order) {
    this.scripts = scripts.beside(list);
    this.side = order == Order.FIFO ? "L" : "R";
  }

  /** Takes all back, and tells of each once it is. */
  void adopt(Consumer<Payload> adopted) {
    List<byte[]> entries = list();
    while (!entries.isEmpty()) {
      for (byte[] entry : entries) {
        if (adopt(entry)) {
          adopted.accept(Payload.of(entry));
        }
      }
      entries = list();
    }
  }

  private List<byte[]> list() {
    return scripts.run(Script.LIST_PROCESSING, PORTION).fields();
  }

  private boolean adopt(byte[] entry) {
    try {
      return scripts.run(Script.ADOPT, Identity.randomText(), side, entry).word().equals("done");
    } catch (QueueRefusedException e) {
      throw e;
    } catch (QueueException e) {
      throw new QueueException(
          "It is not known whether '%s' was taken back; if it was, nothing more will tell of it. %s"
              .formatted(Payload.of(entry), e.getMessage()),
          e);
    }
  }
}
