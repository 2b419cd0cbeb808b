import Findings

extension Rule {
  static let invalidCurrency = Rule(
    "invalid_currency", .warning, in: "Field Types, Currency code",
    "a currency is an ISO 4217 code",
    found: "not an ISO 4217 code",
    mend: "write a code such as EUR")
}

/// Three capital letters.
func isCurrencyCode(_ text: String) -> Bool {
  text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
}
