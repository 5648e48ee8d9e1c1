package io.github.warmbatch.checkpoint;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How manifests are written: one {@link SealedJson} each. */
final class ManifestJson {
  private ManifestJson() {}

  /**
   * The bytes of a manifest; its own digest, which is theirs, is not looked at.
   *
   * @throws CheckpointException when it cannot be written, or would be too large to be read again
   */
  static byte[] write(Manifest manifest) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("number", manifest.number());
    fields.put("parent", manifest.parent());
    fields.put("parentSha256", manifest.parentSha256());
    fields.put("attempt", manifest.attempt());
    fields.putAll(DecisionJson.write(manifest.decision()));
    fields.put("state", writeState(manifest.state()));
    fields.put("writtenAt", manifest.writtenAt().toString());
    fields.put("writer", manifest.writer());
    return SealedJson.write(fields);
  }

  /**
   * Reads a manifest.
   *
   * @throws CheckpointException when it is damaged, of a newer format, or none; names the field
   */
  static Manifest read(byte[] content) {
    return SealedJson.read(content).as(fields -> read(fields, Sha256.of(content)));
  }

  private static Manifest read(Fields fields, String sha256) {
    Manifest manifest =
        new Manifest(
            fields.whole("number"),
            fields.whole("parent"),
            fields.textOrNull("parentSha256"),
            fields.text("attempt"),
            DecisionJson.read(fields),
            fields.objectOrNull("state", ManifestJson::readState),
            readInstant(fields, "writtenAt"),
            fields.text("writer"),
            sha256);
    if (!FileNames.isAttempt(manifest.attempt())) {
      throw fields.wrong("attempt", "an attempt's id", manifest.attempt());
    }
    StateRef state = manifest.state();
    if (state != null
        && !state.file().equals(FileNames.state(manifest.number(), manifest.attempt()))) {
      throw fields.wrong("state.file", "the name of this attempt's state", state.file());
    }
    return manifest;
  }

  /** An instant as ISO-8601. */
  static Instant readInstant(Fields fields, String name) {
    String text = fields.text(name);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw fields.wrong(name, "an instant", text);
    }
  }

  private static @Nullable Map<String, Object> writeState(@Nullable StateRef state) {
    if (state == null) {
      return null;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", state.file());
    fields.put("sha256", state.sha256());
    fields.put("bytes", state.bytes());
    return fields;
  }

  private static StateRef readState(Fields fields) {
    return new StateRef(fields.text("file"), fields.text("sha256"), fields.whole("bytes"));
  }
}
