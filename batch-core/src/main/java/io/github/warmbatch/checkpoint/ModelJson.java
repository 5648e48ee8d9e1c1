package io.github.warmbatch.checkpoint;

import io.github.warmbatch.dataset.ColumnType;
import io.github.warmbatch.dataset.Field;
import io.github.warmbatch.dataset.Schema;
import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.TrainerInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** How a model's description is written. */
final class ModelJson {
  private ModelJson() {}

  static Map<String, Object> write(Model model) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("spec", writeSpec(model.spec()));
    fields.put("features", model.features().fields().stream().map(ModelJson::writeField).toList());
    fields.put("classes", model.classes().names());
    return fields;
  }

  static Model read(Fields fields) {
    ModelSpec spec = fields.object("spec", ModelJson::readSpec);
    try {
      return new Model(
          spec,
          Schema.of(fields.objects("features", ModelJson::readField)),
          new LabelClasses(fields.texts("classes")));
    } catch (IllegalArgumentException e) {
      throw new CheckpointException("field 'model' is not a model: " + e.getMessage(), e);
    }
  }

  static Map<String, Object> writeSpec(ModelSpec spec) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("trainer", writeTrainer(spec.trainer()));
    fields.put("label", spec.label());
    fields.put("ignored", spec.ignored());
    fields.put("entities", spec.entities());
    fields.put("declaredClasses", spec.declaredClasses());
    fields.put("positives", spec.positives());
    fields.put("seed", spec.seed());
    if (!spec.identifiers().isEmpty()) {
      fields.put("identifiers", spec.identifiers());
    }
    return fields;
  }

  static ModelSpec readSpec(Fields fields) {
    return new ModelSpec(
        fields.object("trainer", ModelJson::readTrainer),
        fields.text("label"),
        fields.texts("ignored"),
        fields.texts("entities"),
        fields.texts("declaredClasses"),
        fields.texts("positives"),
        fields.whole("seed"),
        fields.textsOrNone("identifiers"));
  }

  private static Map<String, Object> writeTrainer(TrainerInfo trainer) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", trainer.name());
    fields.put("version", trainer.version());
    fields.put("options", new TreeMap<>(trainer.options()));
    return fields;
  }

  private static TrainerInfo readTrainer(Fields fields) {
    long version = fields.whole("version");
    if (version != (int) version) {
      throw fields.wrong("version", "a version", version);
    }
    return new TrainerInfo(fields.text("name"), (int) version, fields.textMap("options"));
  }

  private static Map<String, Object> writeField(Field column) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", column.name());
    fields.put("type", Fields.nameOf(column.type()));
    return fields;
  }

  private static Field readField(Fields fields) {
    return new Field(fields.text("name"), fields.oneOf(ColumnType.class, "type"));
  }
}
