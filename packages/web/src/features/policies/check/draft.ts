/**
 * What is written on the page, in the memory of this tab and nowhere else: there again when somebody comes back from
 * another page of the app, gone when the tab is closed or loaded anew.
 */
export const draft = {
  text: '',
  /** As it was last opened or downloaded: what there is elsewhere too. */
  elsewhere: '',
}
