/// Which way a search on streets goes.
public enum StreetDirection: Sendable {
  /// Along the streets: times from where the search begins.
  case forward
  /// Against them: times to where the search begins.
  case backward
}
