package io.github.warmbatch.checkpoint;

import io.github.warmbatch.evaluation.Calibration;
import io.github.warmbatch.evaluation.CurvePoint;
import io.github.warmbatch.evaluation.Figure;
import io.github.warmbatch.evaluation.Interval;
import io.github.warmbatch.evaluation.ScoreProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a scorecard's profile is written; bins and points as lists side by side, which is short. */
final class ProfileJson {
  private ProfileJson() {}

  static Map<String, @Nullable Object> write(ScoreProfile profile) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put(Figure.ROC_AUC.jsonName(), profile.rocAuc());
    fields.put(Figure.PRECISION_AT_POSITIVES.jsonName(), profile.precisionAtPositives());
    fields.put("averagePrecisionInterval", writeInterval(profile.averagePrecisionInterval()));
    fields.put("calibration", writeBins(profile.calibration().bins()));
    fields.put("curve", writePoints(profile.curve()));
    return fields;
  }

  static ScoreProfile read(Fields fields) {
    return new ScoreProfile(
        fields.decimalOrNull(Figure.ROC_AUC.jsonName()),
        fields.decimalOrNull(Figure.PRECISION_AT_POSITIVES.jsonName()),
        fields.objectOrNull("averagePrecisionInterval", ProfileJson::readInterval),
        fields.object("calibration", ProfileJson::readCalibration),
        fields.object("curve", ProfileJson::readCurve));
  }

  private static @Nullable Map<String, Object> writeInterval(@Nullable Interval interval) {
    if (interval == null) {
      return null;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("low", interval.low());
    fields.put("high", interval.high());
    return fields;
  }

  private static Map<String, Object> writeBins(List<Calibration.Bin> bins) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rows", bins.stream().map(Calibration.Bin::rows).toList());
    fields.put("positives", bins.stream().map(Calibration.Bin::positives).toList());
    fields.put("predicted", bins.stream().map(Calibration.Bin::predicted).toList());
    return fields;
  }

  private static Map<String, Object> writePoints(List<CurvePoint> points) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("seen", points.stream().map(CurvePoint::seen).toList());
    fields.put("found", points.stream().map(CurvePoint::found).toList());
    return fields;
  }

  private static Interval readInterval(Fields fields) {
    return new Interval(fields.decimal("low"), fields.decimal("high"));
  }

  private static Calibration readCalibration(Fields fields) {
    List<Long> rows = fields.wholes("rows");
    List<Long> positives = ofSize(rows.size(), fields.wholes("positives"), fields, "positives");
    List<Double> predicted = ofSize(rows.size(), fields.decimals("predicted"), fields, "predicted");
    List<Calibration.Bin> bins = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      bins.add(bin(fields, rows.get(i), positives.get(i), predicted.get(i)));
    }
    return new Calibration(bins);
  }

  private static Calibration.Bin bin(Fields fields, long rows, long positives, double predicted) {
    try {
      return new Calibration.Bin(rows, positives, predicted);
    } catch (IllegalArgumentException e) {
      throw fields.wrong("rows", "a bin's", String.valueOf(e.getMessage()));
    }
  }

  private static List<CurvePoint> readCurve(Fields fields) {
    List<Long> seen = fields.wholes("seen");
    List<Long> found = ofSize(seen.size(), fields.wholes("found"), fields, "found");
    List<CurvePoint> points = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      points.add(point(fields, seen.get(i), found.get(i)));
    }
    return points;
  }

  private static CurvePoint point(Fields fields, long seen, long found) {
    try {
      return new CurvePoint(seen, found);
    } catch (IllegalArgumentException e) {
      throw fields.wrong("seen", "a point's", String.valueOf(e.getMessage()));
    }
  }

  private static <T> List<T> ofSize(int size, List<T> list, Fields fields, String name) {
    if (list.size() != size) {
      throw fields.wrong(name, "a list of " + size, list);
    }
    return list;
  }
}
