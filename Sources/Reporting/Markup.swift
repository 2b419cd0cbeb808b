import Mustache

/// The one place where text from data becomes part of HTML or SVG.
enum Markup {
  /// Escaped for element content and quoted attributes of XML and HTML.
  ///
  /// Works on scalars, since a quote with a combining mark is one character but still a quote to
  /// a browser. Characters that XML forbids, and marks that turn the direction of the text around
  /// them, become U+FFFD.
  static func escaped(_ text: String) -> String {
    var output = ""
    output.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "&": output += "&amp;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      default: output.unicodeScalars.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return output
  }

  /// Text cut to `limit` characters, the last of them an ellipsis.
  static func shortened(_ text: String, to limit: Int) -> String {
    text.count > limit ? text.prefix(max(0, limit - 1)) + "…" : text
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}

/// Lets templates escape as the charts do (`{{% CONTENT_TYPE: MARKUP}}`).
struct MarkupContentType: MustacheContentType {
  static let name = "MARKUP"

  func escapeText(_ text: String) -> String { Markup.escaped(text) }
}
