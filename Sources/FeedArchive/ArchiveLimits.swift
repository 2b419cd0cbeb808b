/// What an archive may be at most: a hostile one is refused, not held.
public struct ArchiveLimits: Sendable {
  /// Members of a zip or files of a folder; GTFS has about thirty files.
  public var members = 1000
  /// The UTF-8 bytes of a member's name.
  public var nameBytes = 1000
  /// The bytes of a zip's directory, which is held whole; a member takes about 100.
  public var directoryBytes = 4 << 20
  /// What one member may inflate to, in bytes; De Lijn's stop_times.txt has about 1.5 GB.
  public var memberBytes = 8 << 30
  /// What all reads from one archive may inflate to, in bytes.
  public var archiveBytes = 16 << 30
  /// How many times its compressed size a member may inflate to once it is larger than
  /// `ratioFreeBytes`; the files of SNCB and STIB reach 7 to 16, Deflate at most 1032.
  public var ratio = 200
  public var ratioFreeBytes = 64 << 20

  public init() {}
}
