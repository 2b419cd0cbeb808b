/// A whole small feed as text, so that a test shows what it reads.
///
/// `minimal` is one bus trip on weekdays of the last quarter of 2019: A 08:00, B 08:10 to 08:11,
/// C 08:20. The stops lie on one meridian at 50.80, 50.81 and 50.83 degrees, so that B to C is
/// twice as far as A to B.
public struct FeedText: Sendable {
  public private(set) var files: [(name: String, text: String)]

  public init(_ files: [(name: String, text: String)]) {
    self.files = files
  }

  public static let minimal = FeedText([
    (
      "agency.txt",
      """
      agency_id,agency_name,agency_url,agency_timezone
      L,Lijn,https://example.org,Europe/Brussels

      """
    ),
    (
      "stops.txt",
      """
      stop_id,stop_name,stop_lat,stop_lon
      A,Alpha,50.80,4.30
      B,Beta,50.81,4.30
      C,Gamma,50.83,4.30

      """
    ),
    ("routes.txt", "route_id,agency_id,route_short_name,route_type\nR,L,1,3\n"),
    ("trips.txt", "route_id,service_id,trip_id\nR,weekday,T\n"),
    (
      "stop_times.txt",
      """
      trip_id,arrival_time,departure_time,stop_id,stop_sequence
      T,08:00:00,08:00:00,A,1
      T,08:10:00,08:11:00,B,2
      T,08:20:00,08:20:00,C,3

      """
    ),
    (
      "calendar.txt",
      """
      service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
      weekday,1,1,1,1,1,0,0,20191001,20191231

      """
    ),
  ])

  /// The feed with another text for one file, which may be new.
  public func replacing(_ name: String, with text: String) -> FeedText {
    var copy = removing(name)
    copy.files.append((name, text))
    return copy
  }

  public func removing(_ name: String) -> FeedText {
    FeedText(files.filter { $0.name != name })
  }

  /// The feed with lines added at the end of one file, each without its line feed.
  public func appending(_ lines: String..., to name: String) -> FeedText {
    replacing(name, with: text(of: name) + lines.map { $0 + "\n" }.joined())
  }

  /// The feed with every occurrence of a text in one file replaced.
  public func substituting(_ old: String, _ new: String, in name: String) -> FeedText {
    let parts = text(of: name).split(separator: old, omittingEmptySubsequences: false)
    return replacing(name, with: parts.joined(separator: new))
  }

  /// The text of a file; empty where the feed does not have it.
  public func text(of name: String) -> String {
    files.first { $0.name == name }?.text ?? ""
  }
}
