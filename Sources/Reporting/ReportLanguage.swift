import TabularText

/// The languages of reports.
public enum ReportLanguage: String, CaseIterable, Sendable {
  case nl, fr, en
}

extension ReportLanguage {
  var numbers: NumberStyle {
    switch self {
    case .en:
      NumberStyle(grouping: ",", decimalMark: ".", percentMark: "%", euro: ("€", ""))
    case .nl:
      NumberStyle(
        grouping: ".", decimalMark: ",", percentMark: "\u{A0}%", euro: ("€\u{A0}", ""))
    case .fr:
      NumberStyle(
        grouping: "\u{202F}", decimalMark: ",", percentMark: "\u{202F}%", euro: ("", "\u{A0}€"))
    }
  }
}

/// How a language writes numbers, in Belgium where it is spoken there; what belongs together is
/// never broken over two lines.
struct NumberStyle: Sendable {
  var grouping: String
  var decimalMark: String
  var percentMark: String
  /// What stands before and after an amount of money.
  var euro: (before: String, after: String)

  /// What stands where there is no number.
  static let none = "–"

  /// `1,234.5` as the language writes it; a dash for no number.
  func text(_ value: Double?, decimals: Int = 0) -> String {
    guard let value, value.isFinite else { return NumberStyle.none }
    let fixed = CSVWriter.fixed(value, decimals)
    let isNegative = fixed.hasPrefix("-")
    let parts = (isNegative ? fixed.dropFirst() : fixed[...]).split(separator: ".")
    guard let whole = parts.first else { return NumberStyle.none }
    var output = isNegative ? "\u{2212}" : ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { output += grouping }
      output.append(digit)
    }
    return parts.count > 1 ? output + decimalMark + parts[1] : output
  }

  /// Whole people; a decimal only for a few weighted ones.
  func people(_ value: Double) -> String {
    text(value, decimals: value < 10 && value != value.rounded() ? 1 : 0)
  }

  /// Whole hours, kilometres or euro; a decimal only for a few.
  func amount(_ value: Double) -> String {
    text(value, decimals: value.magnitude > 1e-9 && value.magnitude < 10 ? 1 : 0)
  }

  /// Whole euro; a sign stands before the mark of English.
  func euro(_ value: Double) -> String {
    let number = amount(value)
    guard number != NumberStyle.none else { return number }
    if euro.before == "€", number.hasPrefix("\u{2212}") {
      return "\u{2212}€" + number.dropFirst()
    }
    return euro.before + number + euro.after
  }

  func minutes(fromSeconds seconds: Double?) -> String {
    text(seconds.map { $0 / 60 }, decimals: 1)
  }

  /// A percentage of a share of 1; a dash for no share.
  func percent(_ share: Double?) -> String {
    share.map { percent($0, of: 1) } ?? NumberStyle.none
  }

  func percent(_ part: Double, of total: Double) -> String {
    guard total > 0 else { return NumberStyle.none }
    let share = part / total * 100
    return text(share, decimals: share > 0 && share < 10 ? 1 : 0) + percentMark
  }
}
