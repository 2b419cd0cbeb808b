import GTFSSchedule

/// The forms that texts of a kind must have.
enum FieldForm {
  /// The rule that a text breaks, if any.
  static func brokenRule(_ kind: FieldKind, _ text: String) -> Rule? {
    switch kind {
    case .url: isWebAddress(text) ? nil : .invalidURL
    case .email: isMailAddress(text) ? nil : .invalidEmail
    case .color: isHexColor(text) ? nil : .invalidColor
    case .language: isLanguageTag(text) ? nil : .invalidLanguage
    case .timezone: isTimeZoneName(text) ? nil : .invalidTimezone
    case .currency: isCurrencyCode(text) ? nil : .invalidCurrency
    case .amount: CellParsing.decimal(Array(text.utf8).span) != nil ? nil : .invalidAmount
    default: nil
    }
  }
}
