import Findings
import Foundation

extension Rule {
  static let invalidURL = Rule(
    "invalid_url", .warning, in: "Field Types, URL",
    "an address is complete, with http:// or https:// and a host",
    found: "not a complete address with http:// or https://",
    mend: "write the whole address")
}

/// A complete web address.
func isWebAddress(_ text: String) -> Bool {
  guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased() else {
    return false
  }
  return (scheme == "http" || scheme == "https") && parts.host?.isEmpty == false
}
