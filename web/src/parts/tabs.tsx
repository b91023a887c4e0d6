import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import styles from './tabs.module.css';

interface TabsProps {
  /** What they are about, for who cannot see it. */
  label: string;
  tabs: { key: string; title: string; content: ReactNode }[];
}

/** What is looked at now and then: one at a time. Only the one that is shown is read. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <AriaTabs className={styles.tabs}>
      <TabList aria-label={label} className={styles.list}>
        {tabs.map(({ key, title }) => (
          <Tab key={key} id={key} className={styles.tab}>
            {title}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ key, content }) => (
        <TabPanel key={key} id={key} className={styles.panel}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
