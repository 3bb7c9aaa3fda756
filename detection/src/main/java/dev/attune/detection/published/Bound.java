package dev.attune.detection.published;

import java.util.List;

/** How large a loss must be. */
public sealed interface Bound {

  /**
   * The bound in points.
   *
   * @param session the session that is judged, by its place in the series from 0
   */
  double points(List<Double> series, int session, SampleSpread sample);

  /** A fixed number of points. */
  record Points(double points) implements Bound {
    @Override
    public double points(List<Double> series, int session, SampleSpread sample) {
      return points;
    }
  }

  /** So many standard deviations of a kind. */
  record Deviations(double times, SdKind sdKind) implements Bound {
    @Override
    public double points(List<Double> series, int session, SampleSpread sample) {
      return times * sample.of(sdKind, series);
    }
  }

  /** So many of the greater of two standard deviations. */
  record Stricter(double times, SdKind sdKind, SdKind otherSdKind) implements Bound {
    @Override
    public double points(List<Double> series, int session, SampleSpread sample) {
      return times * Math.max(sample.of(sdKind, series), sample.of(otherSdKind, series));
    }
  }

  /**
   * So many of the greater of a sample's standard deviation and that of the client's own earlier
   * scores, once there are enough of them. Does not look ahead.
   */
  record StricterSoFar(double times, SdKind sdKind, int leastEarlier) implements Bound {
    @Override
    public double points(List<Double> series, int session, SampleSpread sample) {
      double ofSample = sample.of(sdKind, series);
      return times
          * (session < leastEarlier
              ? ofSample
              : Math.max(ofSample, SampleSpread.own(series.subList(0, session))));
    }
  }
}
