package dev.attune.intake.form;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as an SVG picture: dark on light, whatever the page around it. */
final class QrSvg {

  /** The light margin that scanners need, in modules (ISO/IEC 18004). */
  private static final int QUIET_ZONE = 4;

  private QrSvg() {}

  /**
   * The picture of a text.
   *
   * @throws io.nayuki.qrcodegen.DataTooLongException where no code holds it: above 2,953 bytes
   */
  static String of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
    int side = code.size + 2 * QUIET_ZONE;
    var dark = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      addRow(code, y, dark);
    }
    return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
            + " shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/>"
            + "<path fill=\"#000\" d=\"%s\"/></svg>")
        .formatted(side, side, side, side, dark);
  }

  /** One rectangle for each run of dark modules. */
  private static void addRow(QrCode code, int y, StringBuilder dark) {
    int x = 0;
    while (x < code.size) {
      int begin = x;
      while (x < code.size && code.getModule(x, y)) {
        x++;
      }
      if (x > begin) {
        int length = x - begin;
        dark.append('M').append(begin + QUIET_ZONE).append(' ').append(y + QUIET_ZONE);
        dark.append('h').append(length).append("v1h-").append(length).append('z');
      }
      x++;
    }
  }
}
