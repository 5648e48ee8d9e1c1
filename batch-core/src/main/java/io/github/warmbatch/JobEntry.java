package io.github.warmbatch;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.warmbatch.checkpoint.JobRef;
import io.github.warmbatch.dataset.DatasetException;
import io.github.warmbatch.queue.Payload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the queue asks for: a data set, by its path alone, or as the JSON object {@code
 * {"path": …, "again": "<nonce>"}} where a known one is to be learned again.
 *
 * @param path relative to the data root, not yet checked
 * @param again the nonce of a deliberate repeat, or null
 */
public record JobEntry(String path, @Nullable String again) {
  private static final int LONGEST = 16 * 1024;
  private static final int LONGEST_NONCE = 200;

  /**
   * Reads an entry, which is not trusted.
   *
   * @throws DatasetException incurable, when it is no such entry
   */
  public static JobEntry parse(Payload payload) {
    byte[] bytes = payload.bytes();
    if (bytes.length == 0) {
      throw DatasetException.incurable("An empty entry names no data set: push the path of a file");
    }
    if (bytes.length > LONGEST) {
      throw DatasetException.incurable(
          "An entry of more than %d bytes names no data set: push the path of a file"
              .formatted(LONGEST));
    }
    String text = decode(bytes);
    JobEntry entry = text.startsWith("{") ? parseObject(text) : new JobEntry(text, null);
    if (entry.path.chars().anyMatch(Character::isISOControl)) {
      throw DatasetException.incurable(
          "The path %s holds control characters: rename the file"
              .formatted(DatasetException.quoted(entry.path)));
    }
    return entry;
  }

  /** The entry's bytes, as {@link #parse} reads them. */
  public Payload toPayload() {
    if (again == null && !path.startsWith("{")) {
      return Payload.of(path);
    }
    Map<String, String> object = new LinkedHashMap<>();
    object.put("path", path);
    if (again != null) {
      object.put("again", again);
    }
    try {
      return Payload.of(JSON.std.asString(object));
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory cannot fail", e);
    }
  }

  JobRef withId(String id) {
    return new JobRef(id, path, again);
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw DatasetException.incurable(
          "The entry %s is not UTF-8: push the path in UTF-8"
              .formatted(DatasetException.quoted(new String(bytes, StandardCharsets.UTF_8))));
    }
  }

  private static JobEntry parseObject(String text) {
    Map<String, Object> object;
    try {
      object = JSON.std.mapFrom(text);
    } catch (IOException e) {
      throw DatasetException.incurable(
          "The entry %s begins like JSON and is none: push a path, or {\"path\": …}"
              .formatted(DatasetException.quoted(text)));
    }
    if (!(object.get("path") instanceof String path)
        || !(object.getOrDefault("again", "") instanceof String)
        || !Set.of("path", "again").containsAll(object.keySet())) {
      throw DatasetException.incurable(
          "The entry %s must hold the text \"path\", may hold the text \"again\", and no more"
              .formatted(DatasetException.quoted(text)));
    }
    String again = (String) object.get("again");
    if (again != null && again.length() > LONGEST_NONCE) {
      throw DatasetException.incurable(
          "The entry's \"again\" has %d characters: %d at most"
              .formatted(again.length(), LONGEST_NONCE));
    }
    return new JobEntry(path, again);
  }
}
