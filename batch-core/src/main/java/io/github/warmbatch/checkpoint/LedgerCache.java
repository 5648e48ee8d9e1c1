package io.github.warmbatch.checkpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The entries of a long lineage in few files, a segment of consecutive numbers each, so that to
 * open it takes few reads. A cache: what is missing, damaged or does not fit is as good as not
 * there, and nothing here is believed that the manifests do not confirm.
 */
final class LedgerCache {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerCache.class);

  private final RecordLog records;
  private final Runnable prepare;
  private final int interval;

  /**
   * A cache.
   *
   * @param prepare makes its directory, before the first segment is written
   * @param interval how many entries a segment has
   */
  LedgerCache(RecordLog records, Runnable prepare, int interval) {
    this.records = records;
    this.prepare = prepare;
    this.interval = interval;
  }

  /** The entries from number 1 on, as far as there are whole segments of them. */
  List<Entry> read() {
    List<Entry> entries = new ArrayList<>();
    try {
      for (long last = interval; ; last += interval) {
        byte[] content = records.read(last);
        if (content == null) {
          return entries;
        }
        entries.addAll(decode(last, content));
      }
    } catch (IOException | CheckpointException e) {
      LOG.warn("A part of the ledger in {} is passed over: {}", records.directory(), e.toString());
      return entries;
    }
  }

  /**
   * Writes the segments behind a number for which all entries are there, each over whatever is
   * there. A failure is of no consequence.
   *
   * @param from what is cached already
   */
  void write(Lineage lineage, long from) {
    try {
      for (long last = from - from % interval + interval;
          last <= lineage.head();
          last += interval) {
        prepare.run();
        publish(last, encode(lineage, last));
      }
    } catch (IOException | CheckpointException e) {
      LOG.warn("The ledger in {} is not kept: {}", records.directory(), e.toString());
    }
  }

  private void publish(long last, byte[] content) throws IOException {
    String attempt = UUID.randomUUID().toString();
    if (records.publish(last, attempt, content) instanceof Publication.Taken) {
      records.discard(records.file(last));
      records.publish(last, attempt, content);
    }
  }

  private byte[] encode(Lineage lineage, long last) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("last", last);
    fields.put(
        "entries",
        LongStream.rangeClosed(last - interval + 1, last)
            .mapToObj(number -> EntryJson.write(lineage.entry(number)))
            .toList());
    return SealedJson.write(fields);
  }

  private List<Entry> decode(long last, byte[] content) {
    return SealedJson.read(content).as(fields -> entries(last, fields));
  }

  private List<Entry> entries(long last, Fields fields) {
    List<Entry> entries = fields.objects("entries", EntryJson::read);
    long found = fields.whole("last");
    if (found != last || entries.size() != interval) {
      throw fields.wrong("last", "the end of this segment", found);
    }
    return entries;
  }
}
