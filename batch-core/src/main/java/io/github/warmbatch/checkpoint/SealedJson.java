package io.github.warmbatch.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that begins with its format version and ends with the digest of all before: {@code
 * {"format":1, …,"sha256":"…"}} and a line feed. So a damaged one is known for damaged even where
 * nothing else names its digest.
 */
final class SealedJson {
  /** The newest format of manifests and promotions, and the only one so far. */
  static final int FORMAT = 1;

  private static final String SEAL = ",\"sha256\":\"";
  private static final String END = "\"}\n";
  private static final int TAIL = SEAL.length() + 2 * Sha256.BYTES + END.length();

  private SealedJson() {}

  /**
   * The bytes of an object with these fields.
   *
   * @throws CheckpointException when it cannot be written, or would be too large to be read again
   */
  static byte[] write(Map<String, @Nullable Object> fields) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("format", FORMAT);
    object.putAll(fields);
    byte[] open = Json.write(object);
    byte[] body = Arrays.copyOf(open, open.length - 1);
    byte[] tail = (SEAL + Sha256.of(body) + END).getBytes(StandardCharsets.UTF_8);
    byte[] sealed = Arrays.copyOf(body, body.length + tail.length);
    System.arraycopy(tail, 0, sealed, body.length, tail.length);
    return Json.readable(sealed);
  }

  /**
   * Reads an object.
   *
   * @throws CheckpointException when it is of a newer format, damaged, or no such object
   */
  static Fields read(byte[] sealed) {
    Fields fields = Fields.of(Json.read(sealed));
    long format = fields.whole("format");
    if (format != FORMAT) {
      throw new CheckpointException(
          "it has format version %d, and this version of Warmbatch reads %d: use a newer one"
              .formatted(format, FORMAT));
    }
    int bodyLength = Math.max(0, sealed.length - TAIL);
    String tail = SEAL + Sha256.of(Arrays.copyOf(sealed, bodyLength)) + END;
    byte[] found = Arrays.copyOfRange(sealed, bodyLength, sealed.length);
    if (!Arrays.equals(found, tail.getBytes(StandardCharsets.UTF_8))) {
      throw new CheckpointException("it is damaged: its content does not have the digest it names");
    }
    fields.text("sha256");
    return fields;
  }
}
