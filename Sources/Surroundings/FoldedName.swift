import Foundation

/// Names as people compare them: letters and digits, without accents and capitals.
public enum FoldedName {
  public static func of(_ name: String) -> String {
    name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .filter { $0.isLetter || $0.isNumber }
  }
}
