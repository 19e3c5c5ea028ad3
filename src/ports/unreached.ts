/**
 * A person who was asked, has not answered, and whose silence does not count as it stands (R7), with how far the notice
 * came. For those who serve the committee only.
 */
export type Unreached = {
  readonly name: string;
  /** What became of the card; `no-account`: the person has none in Teams, `none`: not tried yet, or no definite answer. */
  readonly teams: 'delivered' | 'blocked' | 'gone' | 'no-account' | 'none';
  /**
   * What became of the mail. `sent`: taken by the server, the text not opened; `refused`: the address does not exist;
   * `failed`: mail cannot be sent from here; `waiting`: there is an address to send to; `no-address`: there is none.
   */
  readonly mail: 'delivered' | 'sent' | 'refused' | 'failed' | 'waiting' | 'no-address';
};
